import { expect, test } from 'vitest'
import type { Action } from '../../../src/renderer/state/action'
import { draftOf, reduceDrafts, type Draft } from '../../../src/renderer/state/drafts'
import { failure } from '../samples'

const after = (...actions: Action[]): Draft => draftOf(actions.reduce(reduceDrafts, {}), null)
const type = (text: string): Action => ({ type: 'draft-typed', owner: null, text })
const sending: Action = { type: 'draft-sending', owner: null, messageId: 'id-1' }

test('a stored draft is restored, but never over what was typed meanwhile', () => {
  const stored: Action = { type: 'draft-restored', owner: null, text: 'stored' }
  expect(after(stored).text).toBe('stored')
  expect(after(type('typed'), stored).text).toBe('typed')
})

test('a message that was not sent stays, with its id, so that trying again stores it once', () => {
  const draft = after(type('hello'), sending, { type: 'draft-failed', owner: null, failure: failure('network-down') })
  expect(draft).toMatchObject({ text: 'hello', sending: false, messageId: 'id-1' })
  expect(after(type('hello'), sending, type('hello you')).messageId).toBeUndefined()
})

test('what is typed while a message is on its way stays when it has arrived', () => {
  const sent: Action = { type: 'draft-sent', owner: null, text: 'hello' }
  expect(after(type('hello'), sending, sent).text).toBe('')
  expect(after(type('hello'), sending, type('hello, and'), sent).text).toBe('hello, and')
})
