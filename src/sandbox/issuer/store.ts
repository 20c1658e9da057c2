import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import type { Adapter, AdapterFactory, AdapterPayload, JWK } from 'oidc-provider'
import { z } from 'zod'
import { openJsonFile, type JsonFile } from '../json-file'

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const entrySchema = z.object({
  payload: z.custom<AdapterPayload>(isObject),
  expiresAt: z.number(),
})

const issuerStateSchema = z.object({
  key: z.custom<JWK>(isObject),
  entries: z.record(z.string(), entrySchema),
})

type Entry = z.infer<typeof entrySchema>

/** What the issuer keeps between two starts, so that a remembered session goes on. */
export type IssuerState = z.infer<typeof issuerStateSchema>

/** What has to outlive a restart; everything else is over when the sandbox is closed. */
const kept: ReadonlySet<string> = new Set(['RefreshToken', 'Grant'])

/** Opens `issuer.json` of the sandbox's folder: the signing key, and the refresh tokens that are still good. */
export const openIssuerState = (directory: string): JsonFile<IssuerState> =>
  openJsonFile({
    path: join(directory, 'issuer.json'),
    schema: issuerStateSchema,
    initial: () => ({ key: newSigningKey(), entries: {} }),
  })

const newSigningKey = (): JWK => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  kty: 'EC',
  use: 'sig',
  alg: 'ES256',
})

type Entries = Map<string, Entry>

/** The storage that the OpenID provider asks for: memory, with refresh tokens and their grants also on disk. */
export const createAdapterFactory = (file: JsonFile<IssuerState>): AdapterFactory => {
  const entries: Entries = new Map(Object.entries(file.content.entries))
  const keep = (name: string): void => {
    if (!kept.has(name)) return
    const lasting = [...entries].filter(([key, { expiresAt }]) => kept.has(modelOf(key)) && expiresAt > Date.now())
    file.content.entries = Object.fromEntries(lasting)
    file.save()
  }
  return (name) => createAdapter(name, entries, keep)
}

const modelOf = (key: string): string => key.slice(0, key.indexOf(':'))

const createAdapter = (name: string, entries: Entries, keep: (name: string) => void): Adapter => {
  const keyOf = (id: string): string => `${name}:${id}`
  const live = (entry: Entry | undefined): AdapterPayload | undefined =>
    entry !== undefined && entry.expiresAt > Date.now() ? entry.payload : undefined
  const findBy = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    live([...entries].find(([key, entry]) => modelOf(key) === name && matches(entry.payload))?.[1])
  return {
    upsert: (id, payload, expiresIn) => {
      const expiresAt = expiresIn === undefined ? Number.MAX_SAFE_INTEGER : Date.now() + expiresIn * 1000
      entries.set(keyOf(id), { payload, expiresAt })
      keep(name)
      return Promise.resolve()
    },
    find: (id) => Promise.resolve(live(entries.get(keyOf(id)))),
    findByUserCode: (userCode) => Promise.resolve(findBy((payload) => payload.userCode === userCode)),
    findByUid: (uid) => Promise.resolve(findBy((payload) => payload.uid === uid)),
    consume: (id) => {
      const entry = entries.get(keyOf(id))
      if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000)
      keep(name)
      return Promise.resolve()
    },
    destroy: (id) => {
      entries.delete(keyOf(id))
      keep(name)
      return Promise.resolve()
    },
    revokeByGrantId: (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
      keep(name)
      return Promise.resolve()
    },
  }
}
