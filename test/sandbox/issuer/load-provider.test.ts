import { afterEach, expect, it, vi } from 'vitest'
import { withoutRuntimeWarning } from '../../../src/sandbox/issuer/load-provider'

const terminal = globalThis.console
const unsupported = 'oidc-provider WARNING: Unsupported runtime. Use Node.js v22.x LTS, or a later LTS release.'

afterEach(() => {
  vi.restoreAllMocks()
})

it('keeps back the warning about the runtime alone, and only while the code loads', async () => {
  const heard = vi.spyOn(console, 'warn').mockReturnValue(undefined)
  await withoutRuntimeWarning(() => {
    terminal.warn(unsupported)
    terminal.warn(`\u001B[31;1m${unsupported}\u001B[0m`)
    terminal.warn('oidc-provider WARNING: something else')
    return Promise.resolve()
  })
  terminal.warn(unsupported)
  expect(heard.mock.calls).toEqual([['oidc-provider WARNING: something else'], [unsupported]])
})

it('hears warnings again after loading has failed', async () => {
  const heard = vi.spyOn(console, 'warn').mockReturnValue(undefined)
  await expect(withoutRuntimeWarning(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  terminal.warn(unsupported)
  expect(heard).toHaveBeenCalledOnce()
})

it('is what stands between the provider and the terminal on a runtime that is no long-term one', async () => {
  const heard = vi.spyOn(console, 'warn').mockReturnValue(undefined)
  vi.stubGlobal('process', { ...process, release: { name: 'node' } })
  vi.resetModules()
  const { loadProvider } = await import('../../../src/sandbox/issuer/load-provider')
  await loadProvider()
  vi.unstubAllGlobals()
  expect(heard.mock.calls.flat().filter((said) => /Unsupported runtime/.test(String(said)))).toEqual([])
})
