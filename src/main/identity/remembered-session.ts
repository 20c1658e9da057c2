import { z } from 'zod'
import { personSchema } from '../../contract/app-state'
import type { IssuerSettings } from '../platform/configuration'
import type { Clock } from '../platform/clock'
import { secret } from '../platform/secret'
import type { SecretStore } from '../platform/secret-store'
import { parseOwner } from './owner'
import type { LocalSession } from './session'
import type { Renewable } from './token-requests'
import type { TokenSet } from './token-set'

/** What is kept of a session under the keychain between two starts. */
export type RememberedSession = {
  /** The session of this issuer and client, if one was kept. */
  readonly recall: () => Promise<Renewable | null>
  /** Keeps what the next start needs. False where there is no keychain, no refresh token or no space. */
  readonly keep: (tokens: TokenSet) => Promise<boolean>
  /** Keeps who the session of this subject was confirmed to belong to. */
  readonly keepPerson: (subject: string, who: LocalSession) => Promise<void>
  /** Whom it belonged to when the issuer was last asked; null when that is too long ago. */
  readonly recallPerson: (subject: string) => Promise<LocalSession | null>
  /** Forgets it. */
  readonly forget: () => Promise<void>
  /** Notes that the last person left on purpose, so that another one may choose at the next sign-in. */
  readonly noteSignedOut: () => Promise<void>
  /** Whether the last person left on purpose. */
  readonly wasSignedOut: () => Promise<boolean>
  readonly noteSignedIn: () => Promise<void>
}

const sessionName = 'identity.session'
const personName = 'identity.person'
const signedOutName = 'identity.signed-out'

const recordSchema = z.object({
  issuer: z.string(),
  clientId: z.string(),
  subject: z.string().min(1),
  refreshToken: z.string().min(1),
})

// How long somebody whose seat may have been taken away meanwhile can still read what is on this computer.
const longestUnasked = 14 * 24 * 60 * 60 * 1000
// A clock may be set right in between; one that was set back would make the time endless.
const clockSkew = 5 * 60 * 1000

const personRecordSchema = z.object({
  issuer: z.string(),
  clientId: z.string(),
  identifierClaim: z.string(),
  subject: z.string(),
  owner: z.string().transform((text, context) => {
    const owner = parseOwner(text)
    if (owner !== null) return owner
    context.addIssue('not the key of an owner')
    return z.NEVER
  }),
  person: personSchema,
  confirmedAt: z.number(),
})

const parseAs = <T>(schema: z.ZodType<T>, text: string | null): T | null => {
  try {
    return text === null ? null : schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Keeps sessions of one issuer and client in the secret store. */
export const createRememberedSession = (
  settings: IssuerSettings,
  store: SecretStore,
  clock: Pick<Clock, 'now'>,
): RememberedSession => {
  const issuer = settings.issuer.href
  const { clientId, identifierClaim } = settings
  const isOurs = (record: { readonly issuer: string; readonly clientId: string }): boolean =>
    record.issuer === issuer && record.clientId === clientId
  // The mark outlives the process where there is a keychain; without one nothing is remembered anyway.
  let signedOut = false
  return {
    recall: async () => {
      const record = parseAs(recordSchema, await store.read(sessionName))
      if (record === null || !isOurs(record)) return null
      return { refreshToken: secret(record.refreshToken), subject: record.subject }
    },
    keep: async ({ refreshToken, subject }) => {
      if (refreshToken === undefined) return false
      const record = { issuer, clientId, subject, refreshToken: refreshToken.reveal() }
      return (await store.write(sessionName, JSON.stringify(record))).ok
    },
    keepPerson: async (subject, { owner, person }) => {
      const record = { issuer, clientId, identifierClaim, subject, owner, person, confirmedAt: clock.now() }
      await store.write(personName, JSON.stringify(record))
    },
    recallPerson: async (subject) => {
      const record = parseAs(personRecordSchema, await store.read(personName))
      if (record === null || !isOurs(record)) return null
      if (record.subject !== subject || record.identifierClaim !== identifierClaim) return null
      const age = clock.now() - record.confirmedAt
      return age > longestUnasked || age < -clockSkew ? null : { owner: record.owner, person: record.person }
    },
    forget: async () => {
      await store.remove(sessionName)
      await store.remove(personName)
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
