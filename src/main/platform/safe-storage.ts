/** What the secret store needs of Electron's safeStorage. */
export type SafeStorage = {
  readonly isEncryptionAvailable: () => boolean
  readonly encryptString: (text: string) => Buffer
  readonly decryptString: (encrypted: Buffer) => string
  /** Which keychain it is; only Linux has several. */
  readonly getSelectedStorageBackend: () => string
}
