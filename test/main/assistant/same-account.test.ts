import { expect, test } from 'vitest'
import type { Account } from '../../../src/contract/conversation'
import { sameAccount } from '../../../src/main/assistant/same-account'

const ada: Account = { label: 'Ada Lindqvist', email: 'ada@northwind.example', workspace: 'Northwind' }

const cases: readonly (readonly [string, Account, Account, boolean | 'cannot-tell'])[] = [
  ['the same words', ada, ada, true],
  ['the same address in other letters', ada, { ...ada, email: ' Ada@Northwind.example' }, true],
  ['a new name at the same address', ada, { ...ada, label: 'Ada Berg' }, true],
  ['another address', ada, { ...ada, email: 'ben@northwind.example' }, false],
  ['the same address in another workspace', ada, { ...ada, workspace: 'Contoso' }, false],
  ['the same address, and no workspace said', ada, { email: 'ada@northwind.example' }, true],
  ['another name where no address is said', { label: 'Ada' }, { label: 'Ben' }, false],
  ['another name where only one address is said', ada, { label: 'Ben', workspace: 'Northwind' }, false],
  [
    'the same name and workspace without an address',
    { label: 'Ada', workspace: 'N' },
    { label: 'ada', workspace: 'n' },
    true,
  ],
  ['the same name alone', { label: 'Ada' }, { label: 'Ada' }, 'cannot-tell'],
  ['the same workspace alone', { workspace: 'N' }, { workspace: 'N' }, 'cannot-tell'],
  ['nothing known before', {}, ada, 'cannot-tell'],
  ['nothing said now', ada, {}, 'cannot-tell'],
  ['empty words', { ...ada, email: ' ' }, { email: '' }, 'cannot-tell'],
  ['another object', { ...ada, object: 'Board A' }, { ...ada, object: 'Board B' }, true],
]

test.each(cases)('%s', (...[, before, now, expected]) => {
  expect(sameAccount(before, now)).toBe(expected)
  expect(sameAccount(now, before)).toBe(expected)
})
