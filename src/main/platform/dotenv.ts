import { parseEnv } from 'node:util'
import { basename } from 'node:path'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { failure } from './failures'
import { readIfThere } from './private-file'

/** Reads a `.env` file; none is as good as an empty one. Fails when there is one that can't be read. */
export const readDotenv = (path: string): Result<Readonly<Record<string, string | undefined>>, Failure> => {
  try {
    return ok(parseEnv(readIfThere(path) ?? ''))
  } catch {
    return err(failure('settings-unreadable', { subject: basename(path), action: { kind: 'show-file', path } }))
  }
}
