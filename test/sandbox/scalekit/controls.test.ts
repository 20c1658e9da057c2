import { ScalekitToolRateLimitException, ScalekitToolUnauthorizedException } from '@scalekit-sdk/node'
import { describe, expect, it } from 'vitest'
import { clientOf, connectAccount, execute, runningSandbox } from '../fixtures'

const press = (controls: URL, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${controls.href}/${path}`, { method: 'POST', redirect: 'manual', headers })

describe('the sandbox controls', () => {
  it('expire and revoke an account, as a provider would', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    const id = await connectAccount(client, 'usr_ada', 'monday')
    const page = await (await fetch(sandbox.controls)).text()
    expect(page).toContain('Monday.com, Ada Lindqvist')
    expect((await press(sandbox.controls, `expire/${id}`)).status).toBe(303)
    await expect(execute(client, 'usr_ada', { tool: 'monday_me_get' })).rejects.toBeInstanceOf(
      ScalekitToolUnauthorizedException,
    )
    await press(sandbox.controls, `revoke/${id}`)
    await expect(execute(client, 'usr_ada', { tool: 'monday_me_get' })).rejects.toMatchObject({
      errorCode: 'CONNECTED_ACCOUNT_NOT_ACTIVE',
    })
  })

  it('refuse the next call, or do it and lose the answer', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    await connectAccount(client, 'usr_ada', 'monday')
    await press(sandbox.controls, 'fault/rate-limit')
    await expect(execute(client, 'usr_ada', { tool: 'monday_me_get' })).rejects.toBeInstanceOf(
      ScalekitToolRateLimitException,
    )
    expect(await execute(client, 'usr_ada', { tool: 'monday_me_get' })).toHaveProperty('me')
  })

  it('belong to this computer’s own pages', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    const id = await connectAccount(client, 'usr_ada', 'monday')
    expect((await press(sandbox.controls, `expire/${id}`, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await fetch(new URL('/sandbox', sandbox.controls))).status).toBe(404)
    expect(await execute(client, 'usr_ada', { tool: 'monday_me_get' })).toHaveProperty('me')
  })

  it('lose an answer only after the call was carried out', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    await connectAccount(client, 'usr_ada', 'monday')
    await press(sandbox.controls, 'fault/lost-answer')
    // The SDK repeats a lost call by itself: two items stand where one was asked for.
    await execute(client, 'usr_ada', {
      tool: 'monday_item_create',
      args: { board_id: '5091000001', item_name: 'Once?' },
    })
    const found = await execute(client, 'usr_ada', { tool: 'monday_search', args: { query: 'Once?' } })
    expect(JSON.stringify(found).match(/"Once\?"/g)).toHaveLength(2)
  })
})
