import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { documentedRequests } from '../../../src/sandbox/model/requests'
import { createScriptedModel } from '../../../src/sandbox/model/scripted-model'
import { clientOf, connectAccount, execute, runningSandbox } from '../fixtures'
import { converse, toolsOf, type Conversation } from './conversation'

const as = async (identifier: string): Promise<Conversation> => {
  const { sandbox } = await runningSandbox()
  const client = clientOf(sandbox)
  await connectAccount(client, identifier, 'monday')
  await connectAccount(client, identifier, 'intercom')
  return {
    model: createScriptedModel(() => Promise.resolve()),
    tools: await toolsOf(client, identifier),
    run: async (tool, input) => {
      try {
        const data = await execute(client, identifier, {
          tool,
          args: z.record(z.string(), z.json()).parse(JSON.parse(input)),
        })
        return { untrusted: true, data: z.json().parse(data) }
      } catch (error) {
        return { error: error instanceof Error ? error.message : 'failed' }
      }
    },
  }
}

/** What the answer to each documented request says, and the last tool it used. */
const expectations: readonly (readonly [answer: RegExp, lastTool: string | undefined])[] = [
  [/^Done: “Q3 launch brief” is on the Marketing board as item \d+\.$/, 'monday_item_create'],
  [/“Press kit” is on .* item \d+\.\n- “Launch video” is on .*\n- “FAQ page” is on/, 'monday_item_create'],
  [/\*\*Marketing\*\* in Northwind Marketing, 31 items/, 'monday_boards_list'],
  [/There are 31 items on the Marketing board/, 'monday_items_list'],
  [/\*\*Ada Lindqvist\*\* \(ada.lindqvist@northwind.example\), in the account Northwind/, 'monday_me_get'],
  [/Launch teaser video/, 'monday_search'],
  [/\*\*Mira Petrov\*\*: First cut/, 'monday_updates_list'],
  [/your update is on “Landing page copy”/, 'monday_update_create'],
  [/status of “Autumn newsletter” is now Done\./, 'monday_item_column_simple_value_change'],
  [/“Social media calendar” is now in the group This week\./, 'monday_item_move_to_group'],
  [/“Book the studio” is a subitem of “Brand photo shoot”/, 'monday_subitem_create'],
  [/group “Ideas” is on the Marketing board/, 'monday_group_create'],
  [/board “Autumn fair” has the id \d+/, 'monday_board_create'],
  [/“Email template redesign” is archived/, 'monday_item_archive'],
  [/“Old blog clean-up” is deleted/, 'monday_item_delete'],
  [/reply to Lena Fischer is sent/, 'intercom_reply_to_conversation'],
  [/\*\*Ada Lindqvist\*\* .* Northwind Support/, 'intercom_identify_admin'],
  [/\*\*Lena Fischer\*\*/, 'intercom_search_contacts'],
  [/Refund for the double payment/, 'intercom_list_conversations'],
  [/charged twice for August/, 'intercom_retrieve_conversation'],
  [/conversation \d+ is closed/, 'intercom_manage_conversation'],
  [/Noor Haddad is a contact now/, 'intercom_create_contact'],
  [/note is on Priya Nair/, 'intercom_create_contact_note'],
  [/Lena Fischer is tagged as VIP/, 'intercom_attach_tag_to_contact'],
  [/“Refund for the double payment \(Lena Fischer\)” is on the Marketing board/, 'monday_item_create'],
  [
    /31 items on the Marketing board, by status:[^]*\| Not started \| 14 \|\n\| Working on it \| 9 \|/,
    'monday_items_list',
  ],
  [/\*\*Lena Fischer\*\*/, 'intercom_list_contacts'],
]

const toolRequests = documentedRequests.slice(0, expectations.length)

// Each test starts a sandbox of its own, which takes its time on a busy machine.
describe('each documented request, over the sandbox’s own wire', { timeout: 20_000 }, () => {
  it.each(toolRequests.map(({ example }, index) => ({ example, index })))('$example', async ({ example, index }) => {
    const [answer, lastTool] = expectations[index] ?? []
    const outcome = await converse(await as('usr_ada'), example)
    expect(outcome.answer).toMatch(answer ?? /./)
    expect(outcome.calls.at(-1)?.toolName).toBe(lastTool)
  })

  it('covers the whole list: the rest needs no tools', () => {
    expect(documentedRequests.slice(expectations.length).every(({ needs }) => needs === 'nothing')).toBe(true)
  })

  it('replies with the greeting, what was asked, and the signature', async () => {
    const { calls } = await converse(await as('usr_ada'), documentedRequests[15]?.example ?? '')
    const body: unknown = JSON.parse(calls.at(-1)?.input ?? '{}')
    expect(body).toMatchObject({
      message_type: 'comment',
      type: 'admin',
      body: 'Hello Lena,\n\nThe refund is on its way.\n\nBest regards,\nAda Lindqvist',
    })
  })

  it('calls the creation of several items side by side', async () => {
    const { calls } = await converse(await as('usr_ada'), documentedRequests[1]?.example ?? '')
    expect(calls.map(({ toolName }) => toolName)).toEqual([
      'monday_boards_list',
      'monday_item_create',
      'monday_item_create',
      'monday_item_create',
    ])
  })

  it('says plainly that the second person can’t see the first one’s board', async () => {
    const ben = await as('usr_ben')
    expect((await converse(ben, 'Create an item "x" on the Marketing board')).answer).toMatch(
      /you have no access to it/,
    )
    expect((await converse(ben, 'What is on board 5091000001?')).answer).toMatch(
      /was not found, or this user has no access to it/,
    )
    expect((await converse(ben, 'Delete the item "Packaging sketch" on the Studio requests board')).answer).toMatch(
      /not done: .*not allowed to delete items/,
    )
  })
})
