import { format } from 'node:util'
import type * as OpenIdProvider from 'oidc-provider'

// The library speaks on the console that every module shares.
const terminal = globalThis.console

/**
 * Runs `load` without the warning that oidc-provider prints about every Node.js but a long-term one: Electron's never
 * is, and whoever reads the terminal can't change it. Any other warning is passed on.
 */
export const withoutRuntimeWarning = async <T>(load: () => Promise<T>): Promise<T> => {
  const warn = terminal.warn.bind(terminal)
  terminal.warn = (...said: readonly unknown[]) => {
    if (!/oidc-provider WARNING: Unsupported runtime\./.test(format(...said))) warn(...said)
  }
  try {
    return await load()
  } finally {
    terminal.warn = warn
  }
}

/** Loads the OpenID provider's code. */
export const loadProvider = async (): Promise<typeof OpenIdProvider> =>
  await withoutRuntimeWarning(async () => await import('oidc-provider'))
