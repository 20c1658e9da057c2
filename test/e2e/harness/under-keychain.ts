import { test as base } from './configured'
import { startKeyring, type Keyring } from './keyring'

/** The test of configured mode on a desktop that has a keychain. */
export const test = base.extend<{ readonly keyring: Keyring }>({
  keyring: async ({ folders }, use) => {
    const keyring = await startKeyring(folders)
    await use(keyring)
    await keyring.close()
  },
})
