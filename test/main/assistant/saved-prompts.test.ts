import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { promptBounds } from '../../../src/contract/plain/prompt-bounds'
import { savedPromptSchema } from '../../../src/contract/prompts'
import { createSavedPrompts } from '../../../src/main/assistant/prompts/saved-prompts'
import { openDatabase } from '../../../src/main/platform/database'
import { ada, grace } from './people'

const prompt = (name: string, id: string = randomUUID()) => ({ id, name, text: `On {{board}}: ${name}` })

describe('saved prompts', () => {
  it('belong to one person, by name, and are there after a restart', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'onbehalf-')), 'onbehalf.db')
    const { database } = openDatabase(path)
    const prompts = createSavedPrompts(database)
    const changed: string[] = []
    prompts.onChange((owner) => changed.push(owner))
    const [b, a] = [prompt('beta'), { ...prompt('Alpha'), connection: 'monday' }]
    expect([prompts.save(ada.owner, b), prompts.save(ada.owner, a)].every(({ ok }) => ok)).toBe(true)
    expect(prompts.list(ada.owner)).toEqual({ ok: true, value: [a, b] })
    expect(prompts.list(grace.owner)).toEqual({ ok: true, value: [] })
    prompts.remove(grace.owner, a.id)
    prompts.save(grace.owner, { ...a, name: 'Hers' })
    database.close()
    const again = createSavedPrompts(openDatabase(path).database)
    expect(again.list(ada.owner)).toEqual({ ok: true, value: [a, b] })
    expect(changed).toEqual([ada.owner, ada.owner, grace.owner, grace.owner])
  })

  it('are changed under their id, deleted, and come back whole', () => {
    const prompts = createSavedPrompts(openDatabase(':memory:').database)
    const one = { ...prompt('One'), connection: 'intercom' }
    prompts.save(ada.owner, one)
    const { connection: _left, ...changed } = { ...one, name: 'Two' }
    prompts.save(ada.owner, changed)
    expect(prompts.list(ada.owner)).toEqual({ ok: true, value: [changed] })
    prompts.remove(ada.owner, one.id)
    expect(prompts.list(ada.owner)).toEqual({ ok: true, value: [] })
    prompts.save(ada.owner, one)
    expect(prompts.list(ada.owner)).toEqual({ ok: true, value: [one] })
  })

  it('are bounded: one too many is refused, changing one of them is not', () => {
    const { database } = openDatabase(':memory:')
    const prompts = createSavedPrompts(database)
    const ids = Array.from({ length: promptBounds.prompts }, () => randomUUID())
    database.transaction(() => {
      for (const id of ids) prompts.save(ada.owner, prompt('x', id))
    })
    expect(prompts.save(ada.owner, prompt('more'))).toMatchObject({ ok: false, failure: { code: 'request-invalid' } })
    expect(prompts.save(ada.owner, prompt('changed', ids[0])).ok).toBe(true)
    expect(prompts.save(grace.owner, prompt('hers')).ok).toBe(true)
  })

  it.each([
    { name: ' ', text: 'x' },
    { name: 'x', text: '\n' },
    { name: 'x'.repeat(81), text: 'x' },
    { name: 'x', text: 'x'.repeat(8001) },
    { name: 'x', text: 'x', id: 'not-an-id' },
  ])('are refused at the door when they are not well-formed', (wrong) => {
    expect(savedPromptSchema.safeParse({ id: randomUUID(), ...wrong }).success).toBe(false)
  })
})
