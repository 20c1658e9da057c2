import { ScalekitServerException, ScalekitToolException, ScalekitToolForbiddenException } from '@scalekit-sdk/node'
import { describe, expect, it } from 'vitest'
import { clientOf, connectAccount, execute, runningSandbox } from '../fixtures'

const marketing = '5091000001'
const studio = '5091000003'

const both = async (): Promise<ReturnType<typeof clientOf>> => {
  const client = clientOf((await runningSandbox()).sandbox)
  for (const identifier of ['usr_ada', 'usr_ben'])
    for (const connection of ['monday', 'intercom']) await connectAccount(client, identifier, connection)
  return client
}

describe('what the two sample people may do', () => {
  it('is different: each sees only their own boards and customers', async () => {
    const client = await both()
    const boards = async (who: string): Promise<string> =>
      JSON.stringify(await execute(client, who, { tool: 'monday_boards_list' }))
    expect(await boards('usr_ada')).toContain('"Marketing"')
    expect(await boards('usr_ben')).not.toContain('Marketing')
    const contacts = async (who: string): Promise<string> =>
      JSON.stringify(await execute(client, who, { tool: 'intercom_list_contacts', args: { per_page: 50 } }))
    expect(await contacts('usr_ada')).toContain('lena.fischer@example.com')
    expect(await contacts('usr_ben')).not.toContain('lena.fischer@example.com')
  })

  it('lets the tool refuse the other one’s board, in words that don’t say whether it exists', async () => {
    const client = await both()
    const refusal = (board: string): Promise<unknown> =>
      execute(client, 'usr_ben', { tool: 'monday_items_list', args: { board_id: board } }).catch(
        (error: unknown) => error,
      )
    const refused = await refusal(marketing)
    expect(refused).toBeInstanceOf(ScalekitToolException)
    expect(refused).toMatchObject({ errorCode: 'TOOL_ERROR' })
    expect(refused).toHaveProperty('executionId', expect.stringMatching(/^exec_/))
    expect(String(refused)).toContain('was not found, or this user has no access to it')
    expect(String(refused)).not.toContain('Launch teaser')
    expect(await refusal('123')).toBeInstanceOf(ScalekitToolException)
    await expect(
      execute(client, 'usr_ben', { tool: 'monday_item_create', args: { board_id: marketing, item_name: 'x' } }),
    ).rejects.toBeInstanceOf(ScalekitToolException)
  })

  it('forbids the second person what needs more rights', async () => {
    const client = await both()
    const listed = await execute(client, 'usr_ben', { tool: 'monday_items_list', args: { board_id: studio, limit: 1 } })
    const id = /"id":"(50910020\d\d)"/.exec(JSON.stringify(listed))?.[1] ?? ''
    await expect(
      execute(client, 'usr_ben', { tool: 'monday_item_delete', args: { item_id: id } }),
    ).rejects.toBeInstanceOf(ScalekitToolForbiddenException)
    const conversations = await execute(client, 'usr_ben', { tool: 'intercom_list_conversations' })
    const conversation = /"id":"(\d+)"/.exec(JSON.stringify(conversations))?.[1] ?? ''
    const reply = { conversation_id: conversation, admin_id: '403', message_type: 'comment', type: 'admin', body: 'x' }
    await expect(
      execute(client, 'usr_ben', { tool: 'intercom_reply_to_conversation', args: reply }),
    ).rejects.toBeInstanceOf(ScalekitToolForbiddenException)
    await expect(
      execute(client, 'usr_ada', { tool: 'intercom_reply_to_conversation', args: reply }),
    ).rejects.toBeInstanceOf(ScalekitToolException)
  })

  it('does not reach people without sample data', async () => {
    const client = clientOf((await runningSandbox()).sandbox)
    await connectAccount(client, 'somebody-else', 'monday')
    await expect(execute(client, 'somebody-else', { tool: 'monday_boards_list' })).rejects.toBeInstanceOf(
      ScalekitToolForbiddenException,
    )
  })

  it('checks arguments against the catalogue’s schema', async () => {
    const client = await both()
    const wrong = execute(client, 'usr_ada', { tool: 'monday_item_create', args: { board_id: 7 } })
    await expect(wrong).rejects.toBeInstanceOf(ScalekitServerException)
    await expect(wrong).rejects.toMatchObject({ errorCode: 'TOOL_ERROR' })
    await expect(wrong).rejects.toThrow('item_name')
  })
})
