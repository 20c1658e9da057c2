import { expect, test } from 'vitest'
import { ok } from '../../../src/contract/result'
import { createConnections } from '../../../src/main/connections/create-connections'
import { startLoopbackServer } from '../../../src/main/platform/loopback-server'
import { secret } from '../../../src/main/platform/secret'
import { createDirectScalekit } from '../../../src/main/scalekit/direct-scalekit'
import type { Scalekit } from '../../../src/main/scalekit/port'
import { ada } from '../../../src/sandbox/people'
import { consent, runningSandbox } from '../../sandbox/fixtures'
import { fakeClock } from '../platform/fake-clock'
import { patiently } from '../scalekit/fixtures'
import { returnedBy, sessionOf } from './fixtures'

const session = sessionOf(ada.identifier, ada.name)

const whoAmI = async (scalekit: Scalekit, connection: string) => {
  const { identifier } = session
  const tools = await scalekit.listTools(identifier, [connection])
  const me = tools.ok ? tools.value.find(({ name }) => name === 'monday_me_get') : undefined
  if (me === undefined) throw new Error('The sandbox has no tool that says who somebody is')
  const execution = { identifier, accountId: me.accountId, connection, tool: me.name, args: {}, mayWrite: false }
  return await scalekit.execute(execution, patiently())
}

test("somebody connects in the sandbox as in the cloud, and the account's tools run", async () => {
  const { sandbox } = await runningSandbox()
  const scalekit = createDirectScalekit({
    settings: { ...sandbox.scalekit, clientSecret: secret(sandbox.scalekit.clientSecret) },
  })
  const opened: URL[] = []
  const connections = createConnections({
    scalekit,
    session: () => session,
    ensureSession: () => Promise.resolve(ok(session)),
    openExternal: (url) => {
      opened.push(url)
      return Promise.resolve(ok(null))
    },
    schemeRegistered: () => true,
    verifyUrl: undefined,
    startLoopbackServer,
    clock: fakeClock(),
    randomState: () => 's'.repeat(43),
  })
  const { connections: rows } = await connections.refresh()
  const monday = rows.find(({ providerName }) => providerName === 'Monday.com')?.name ?? ''
  expect(await connections.connect(monday)).toEqual(ok(null))
  const page = await consent(opened[0]?.href ?? '', 'allow')
  expect((await fetch(page)).status).toBe(200)
  expect(await connections.verify(returnedBy(page))).toEqual(ok({ connection: monday }))
  const outcome = await whoAmI(scalekit, monday)
  expect(outcome.kind).toBe('done')
  expect(JSON.stringify(outcome)).toContain(ada.email)
  expect(await connections.disconnect(monday)).toEqual(ok(null))
  connections.clear()
})
