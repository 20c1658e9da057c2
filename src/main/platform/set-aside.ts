import { existsSync, renameSync } from 'node:fs'
import { basename } from 'node:path'
import type { Failure, FailureCode } from '../../contract/failure'
import type { Clock } from './clock'
import { failure } from './failures'

const freeName = (path: string, time: string): string => {
  const first = `${path}.unreadable-${time}`
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? first : `${first}-${String(number)}`
    if (!existsSync(name)) return name
  }
}

/**
 * Keeps a file that can't be read under another name, so that nothing overwrites what might still be rescued.
 * Answers with the failure that tells the person where it is; `kept` is false when it could not be moved.
 */
export const setAside = (
  path: string,
  code: Extract<FailureCode, 'settings-unreadable' | 'database-unreadable'>,
  clock: Pick<Clock, 'now'>,
): { readonly kept: boolean; readonly failure: Failure } => {
  // Colons are not allowed in file names on Windows.
  const name = freeName(path, new Date(clock.now()).toISOString().replaceAll(':', '-'))
  const subject = basename(path)
  try {
    renameSync(path, name)
    return { kept: true, failure: failure(code, { subject, action: { kind: 'show-file', path: name } }) }
  } catch {
    return { kept: false, failure: failure(code, { subject, action: { kind: 'show-file', path } }) }
  }
}
