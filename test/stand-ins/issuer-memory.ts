import { generateKeyPairSync } from 'node:crypto'
import type { Adapter, AdapterFactory, AdapterPayload, JWKS } from 'oidc-provider'

type Kept = { readonly payload: AdapterPayload; readonly until: number }

/** Keeps what the provider keeps, in memory and without its warning about that. */
export const memoryAdapters = (): AdapterFactory => {
  const kept = new Map<string, Kept>()
  return (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`
    const find = (id: string): Promise<AdapterPayload | undefined> => {
      const found = kept.get(keyOf(id))
      return Promise.resolve(found === undefined || found.until < Date.now() ? undefined : found.payload)
    }
    const findBy = (matches: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> => {
      for (const [key, { payload }] of kept) {
        if (key.startsWith(`${model}:`) && matches(payload)) return Promise.resolve(payload)
      }
      return Promise.resolve(undefined)
    }
    return {
      upsert: (id, payload, expiresIn) => {
        kept.set(keyOf(id), { payload, until: Date.now() + (expiresIn ?? Infinity) * 1000 })
        return Promise.resolve()
      },
      find,
      findByUid: async (uid) => await findBy((payload) => payload.uid === uid),
      findByUserCode: async (code) => await findBy((payload) => payload.userCode === code),
      consume: async (id) => {
        const payload = await find(id)
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: (id) => {
        kept.delete(keyOf(id))
        return Promise.resolve()
      },
      revokeByGrantId: (grantId) => {
        for (const [key, { payload }] of kept) {
          if (key.startsWith(`${model}:`) && payload.grantId === grantId) kept.delete(key)
        }
        return Promise.resolve()
      },
    }
  }
}

const newSigningKeys = (): JWKS => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { kty, n, e, d, p, q, dp, dq, qi } = privateKey.export({ format: 'jwk' })
  return { keys: [{ kty: kty ?? 'RSA', n, e, d, p, q, dp, dq, qi, use: 'sig', alg: 'RS256' }] }
}

/** Signing keys that live as long as the process: making some for each issuer would be most of what a test waits for. */
export const signingKeys: JWKS = newSigningKeys()
