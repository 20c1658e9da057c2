import { chmodSync, closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs'

const day = 86_400_000
const smallFile = 4_000_000
const ownerOnly = 0o600
const companions = ['', '-wal', '-shm'] as const

/** Where the last good copy of a database file is kept. */
export const copyOf = (path: string): string => `${path}.copy`

/** Makes sure that the file exists and only this user can read it; SQLite gives its log files the same mode. */
export const createPrivately = (path: string): void => {
  closeSync(openSync(path, 'a', ownerOnly))
  chmodSync(path, ownerOnly)
}

/** Whether the file deserves a check: its last user did not close it, or the check costs next to nothing. */
export const hasLeftovers = (path: string): boolean => {
  if (!existsSync(path)) return false
  const log = `${path}-wal`
  return statSync(path).size < smallFile || (existsSync(log) && statSync(log).size > 0)
}

/** Moves a damaged file and its log out of the way, and says where it now is. */
export const setAside = (path: string, time: number): string => {
  const aside = `${path}.unreadable-${new Date(time).toISOString().replaceAll(':', '-')}`
  for (const companion of companions) {
    if (existsSync(path + companion)) renameSync(path + companion, aside + companion)
  }
  return aside
}

/** Puts the last good copy in the place of a file that is gone. */
export const restoreCopy = (path: string): void => {
  if (!existsSync(copyOf(path))) return
  copyFileSync(copyOf(path), path)
  chmodSync(path, ownerOnly)
}

/** Keeps a copy of an open database unless the last one is younger than a day. `write` writes it to a file. */
export const keepCopy = (path: string, time: number, write: (target: string) => void): void => {
  const copy = copyOf(path)
  if (existsSync(copy) && time - statSync(copy).mtimeMs < day) return
  const fresh = `${copy}.new`
  rmSync(fresh, { force: true })
  createPrivately(fresh)
  write(fresh)
  renameSync(fresh, copy)
}
