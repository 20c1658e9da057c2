import { existsSync } from 'node:fs'
import path from 'node:path'
import { SetupError } from './progress.mjs'

/** The oldest Node that the build and test tools run on. */
export const oldestNode = [22, 12]

/**
 * Whether a version like "v22.12.0" is at least [major, minor].
 * @param {string} version
 * @param {number[]} oldest
 */
export const isAtLeast = (version, oldest) => {
  const [major, minor] = oldest
  const [actualMajor, actualMinor] = version.replace(/^v/, '').split('.').map(Number)
  return actualMajor > major || (actualMajor === major && actualMinor >= minor)
}

/** The Node to run tools with: this one, or the one among the packages when this one is too old. */
export const findNode = (root) => {
  if (isAtLeast(process.version, oldestNode)) return process.execPath
  const packaged = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(packaged)) return packaged
  throw new SetupError(
    `Node ${oldestNode.join('.')} or newer is needed and this is ${process.version}. Install it from https://nodejs.org.`,
  )
}
