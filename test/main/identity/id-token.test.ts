import { generateKeyPairSync } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { closeBenches, setUpBench } from './identity-bench'

afterAll(closeBenches)

const keysSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) })

it('refuses an ID token that none of the issuer’s keys signed, also where one has the same name', async () => {
  const bench = await setUpBench()
  const identity = bench.startApp()
  const published: unknown = await (await fetch(new URL('/jwks', bench.issuer.issuer))).json()
  const others = {
    RSA: generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }),
    EC: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  }
  const forged = keysSchema
    .parse(published)
    .keys.map((key) => ({ ...key, ...others[key.kty === 'RSA' ? 'RSA' : 'EC'] }))
  const repair = bench.issuer.breakPath('/jwks', { status: 200, body: { keys: forged } })
  expect(await bench.signIn(identity, 'ada')).toMatchObject({ ok: false, failure: { code: 'issuer-refused' } })
  expect(identity.current()).toBeNull()
  repair()
})
