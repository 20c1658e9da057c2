import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fillVariables, variableKey, variablesIn } from '../../../src/renderer/ask/prompt-variables'
import { startersFor } from '../../../src/renderer/ask/starters'
import { createScriptedModel } from '../../../src/sandbox/model/scripted-model'
import { setLocale } from '../../../src/language/words'
import { connection } from '../../renderer/samples'
import { clientOf, connectAccount, execute, runningSandbox } from '../fixtures'
import { converse, toolsOf } from './conversation'

const connections = [connection(), connection({ name: 'intercom', provider: 'INTERCOM', providerName: 'Intercom' })]

const starters = () => startersFor(connections, { kind: 'sandbox', model: 'scripted' })

const filled = (text: string): string =>
  fillVariables(
    text,
    Object.fromEntries(variablesIn(text).map(({ name, preset }) => [variableKey(name), preset ?? ''])),
  )

/** The last tool that answering each starter uses. */
const lastTools: Readonly<Record<string, string | undefined>> = {
  board: 'monday_items_list',
  summary: 'intercom_retrieve_conversation',
  createItem: 'monday_item_create',
  reply: 'intercom_reply_to_conversation',
  conversationToItem: 'monday_item_create',
  latest: 'intercom_list_conversations',
  setStatus: 'monday_item_column_simple_value_change',
  search: 'monday_search',
  help: undefined,
}

// Starting a sandbox takes its time on a busy machine.
describe('starters in the sandbox', { timeout: 30_000 }, () => {
  it('each have a sample value for whatever they ask for', () => {
    for (const { text } of starters()) expect(variablesIn(text).every(({ preset }) => preset)).toBe(true)
  })

  it('are all answered, filled with their sample values', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    for (const { name } of connections) await connectAccount(client, 'usr_ada', name)
    const tools = await toolsOf(client, 'usr_ada')
    const run = async (tool: string, input: string) => ({
      untrusted: true,
      data: z
        .json()
        .parse(
          await execute(client, 'usr_ada', { tool, args: z.record(z.string(), z.json()).parse(JSON.parse(input)) }),
        ),
    })
    const model = createScriptedModel(() => Promise.resolve())
    for (const { key, text } of starters()) {
      const { answer, calls } = await converse({ model, tools, run }, `@monday ${filled(text)}`)
      expect(answer, key).not.toMatch(/can’t do that|couldn’t|not done|no tool/)
      expect(calls.at(-1)?.toolName, key).toBe(lastTools[key])
    }
    expect(
      starters()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(Object.keys(lastTools).sort())
  })

  it('keep their English text in German, which the scripted model does not speak, under German names', async () => {
    const english = starters()
    await setLocale('de')
    try {
      expect(starters().map(({ text }) => text)).toEqual(english.map(({ text }) => text))
      expect(starters()[0]?.name).toBe('Ein Board ansehen')
      const own = startersFor(connections, { kind: 'sandbox', model: 'gpt' })
      expect(own[0]?.text).toBe('Was steht auf dem Board {{Board}}?')
    } finally {
      await setLocale('en')
    }
  })
})
