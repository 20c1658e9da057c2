import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startSandbox } from '../../src/sandbox/start-sandbox'
import { clientOf, connectAccount, execute, runningSandbox, temporaryDirectory } from './fixtures'

const newItem = { tool: 'monday_item_create', args: { board_id: '5091000001', item_name: 'Survives' } }
const search = { tool: 'monday_search', args: { query: 'Survives' } }

describe('the sandbox’s state', () => {
  it('survives a restart: what was created, what was connected, where it listens', async () => {
    const directory = temporaryDirectory()
    const first = await startSandbox({ directory })
    const client = clientOf(first)
    await connectAccount(client, 'usr_ada', 'monday')
    await execute(client, 'usr_ada', newItem)
    await first.close()
    const { sandbox } = await runningSandbox(directory)
    expect(sandbox.issuer.issuer.href).toBe(first.issuer.issuer.href)
    expect(sandbox.scalekit.environmentUrl.href).toBe(first.scalekit.environmentUrl.href)
    expect(JSON.stringify(await execute(clientOf(sandbox), 'usr_ada', search))).toContain('"Survives"')
  })

  it('takes another port when its own is taken', async () => {
    const directory = temporaryDirectory()
    const { sandbox } = await runningSandbox(directory)
    const second = await runningSandbox(directory)
    expect(second.sandbox.issuer.issuer.port).not.toBe(sandbox.issuer.issuer.port)
  })

  it('is readable by nobody else', async () => {
    const directory = temporaryDirectory()
    const { sandbox } = await runningSandbox(directory)
    const client = clientOf(sandbox)
    await connectAccount(client, 'usr_ada', 'monday')
    await execute(client, 'usr_ada', newItem)
    const files = readdirSync(directory)
    expect(files).toEqual(expect.arrayContaining(['accounts.json', 'issuer.json', 'monday.json', 'ports.json']))
    for (const file of files) expect(statSync(join(directory, file)).mode & 0o077).toBe(0)
  })

  it.each(['monday.json', 'accounts.json', 'issuer.json', 'ports.json'])(
    'sets a damaged %s aside and starts anew',
    async (name) => {
      const directory = temporaryDirectory()
      writeFileSync(join(directory, name), '{"half":')
      const { sandbox } = await runningSandbox(directory)
      const client = clientOf(sandbox)
      await connectAccount(client, 'usr_ada', 'monday')
      expect(await execute(client, 'usr_ada', { tool: 'monday_me_get' })).toHaveProperty('me.name', 'Ada Lindqvist')
      const aside = readdirSync(directory).find((file) => file.startsWith(`${name}.damaged-`)) ?? ''
      expect(readFileSync(join(directory, aside), 'utf8')).toBe('{"half":')
    },
  )
})
