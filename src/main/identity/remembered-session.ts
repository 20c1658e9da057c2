import { z } from 'zod'
import type { IssuerSettings } from '../platform/configuration'
import { secret } from '../platform/secret'
import type { SecretStore } from '../platform/secret-store'
import type { Renewable } from './token-requests'
import type { TokenSet } from './token-set'

/** What is kept of a session under the keychain between two starts. */
export type RememberedSession = {
  /** The session of this issuer and client, if one was kept. */
  readonly recall: () => Promise<Renewable | null>
  /** Keeps what the next start needs. False where there is no keychain, no refresh token or no space. */
  readonly keep: (tokens: TokenSet) => Promise<boolean>
  /** Forgets it. */
  readonly forget: () => Promise<void>
  /** Notes that the last person left on purpose, so that another one may choose at the next sign-in. */
  readonly noteSignedOut: () => Promise<void>
  /** Whether the last person left on purpose. */
  readonly wasSignedOut: () => Promise<boolean>
  readonly noteSignedIn: () => Promise<void>
}

const sessionName = 'identity.session'
const signedOutName = 'identity.signed-out'

const recordSchema = z.object({
  issuer: z.string(),
  clientId: z.string(),
  subject: z.string().min(1),
  refreshToken: z.string().min(1),
})

const parseRecord = (text: string): z.infer<typeof recordSchema> | null => {
  try {
    return recordSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Keeps sessions of one issuer and client in the secret store. */
export const createRememberedSession = (settings: IssuerSettings, store: SecretStore): RememberedSession => {
  const issuer = settings.issuer.href
  const { clientId } = settings
  // The mark outlives the process where there is a keychain; without one nothing is remembered anyway.
  let signedOut = false
  return {
    recall: async () => {
      const text = await store.read(sessionName)
      const record = text === null ? null : parseRecord(text)
      if (record === null || record.issuer !== issuer || record.clientId !== clientId) return null
      return { refreshToken: secret(record.refreshToken), subject: record.subject }
    },
    keep: async ({ refreshToken, subject }) => {
      if (refreshToken === undefined) return false
      const record = { issuer, clientId, subject, refreshToken: refreshToken.reveal() }
      return (await store.write(sessionName, JSON.stringify(record))).ok
    },
    forget: async () => {
      await store.remove(sessionName)
    },
    noteSignedOut: async () => {
      signedOut = true
      await store.write(signedOutName, issuer)
    },
    wasSignedOut: async () => signedOut || (await store.read(signedOutName)) === issuer,
    noteSignedIn: async () => {
      signedOut = false
      await store.remove(signedOutName)
    },
  }
}
