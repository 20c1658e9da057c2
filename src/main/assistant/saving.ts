import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { DatabaseError } from '../platform/database'
import { failure } from '../platform/failures'

/** Does something with the database; what the disk refuses comes back as `not-saved`, a bug is still thrown. */
export const attempt = <T>(work: () => T): Result<T, Failure> => {
  try {
    return ok(work())
  } catch (error) {
    if (error instanceof DatabaseError) return err(failure('not-saved'))
    throw error
  }
}

/** A result of a result as one: whichever failed first. */
export const joined = <T>(result: Result<Result<T, Failure>, Failure>): Result<T, Failure> =>
  result.ok ? result.value : result
