import { describe, expect, it } from 'vitest'
import { packagesAreCurrent, stampFor } from '../../scripts/packages.mjs'

const platform = 'linux-x64'
const lockText = JSON.stringify({
  packages: {
    '': { name: 'app' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/only-on-windows': { version: '1.0.0', optional: true },
  },
})
const installed = (version: string) => JSON.stringify({ packages: { 'node_modules/zod': { version } } })

describe('packagesAreCurrent', () => {
  it('trusts the stamp of this lock file on this platform', () => {
    expect(
      packagesAreCurrent({ lockText, stampText: stampFor(lockText, platform), installedText: undefined, platform }),
    ).toBe(true)
  })

  it('installs when there is no node_modules', () => {
    expect(packagesAreCurrent({ lockText, stampText: undefined, installedText: undefined, platform })).toBe(false)
  })

  it('accepts what somebody installed by hand when it is what the lock file says', () => {
    expect(packagesAreCurrent({ lockText, stampText: undefined, installedText: installed('4.6.7'), platform })).toBe(
      true,
    )
  })

  it('installs again when the lock file asks for another version', () => {
    const stampText = stampFor('an older lock file', platform)
    expect(packagesAreCurrent({ lockText, stampText, installedText: installed('4.6.6'), platform })).toBe(false)
  })

  it('installs again when the folder comes from another platform', () => {
    const stampText = stampFor(lockText, 'darwin-arm64')
    expect(packagesAreCurrent({ lockText, stampText, installedText: installed('4.6.7'), platform })).toBe(false)
  })
})
