import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { reviewedRisks, riskOf } from '../../../src/main/assistant/risk'
import { realTools } from './harness'

// The names of both providers' whole catalogues, as the environment lists them.
const names = readFileSync(new URL('catalogue-names.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

describe('the reviewed table', () => {
  test('has every tool of the catalogues, each once, and no other', () => {
    expect([...reviewedRisks.keys()].toSorted()).toEqual(names.toSorted())
    expect(new Set(names).size).toBe(186)
  })

  test('has every tool of the sample providers', () => {
    const missing = [...realTools('monday'), ...realTools('intercom')].filter(({ name }) => !reviewedRisks.has(name))
    expect(missing).toEqual([])
  })

  test.each([
    ['monday_tag_create_or_get', 'write'],
    ['monday_items_list', 'read'],
    ['monday_item_updates_clear', 'destructive'],
    ['monday_item_archive', 'write'],
    ['monday_webhook_create', 'open-world'],
    ['monday_users_invite', 'open-world'],
    ['intercom_identify_admin', 'read'],
    ['intercom_reply_to_conversation', 'open-world'],
    ['intercom_merge_contacts', 'destructive'],
    ['intercom_redact_conversation', 'destructive'],
    ['intercom_create_contact_note', 'write'],
  ])('says that %s is %s', (tool, risk) => {
    expect(riskOf(tool)).toBe(risk)
  })

  test('calls nothing a read whose name says that it changes something', () => {
    const reads = [...reviewedRisks].filter(([, risk]) => risk === 'read').map(([name]) => name)
    expect(reads.filter((name) => /create|update|delete|add|remove|send|reply|set_|attach|detach/.test(name))).toEqual([
      'monday_updates_list',
    ])
  })
})

describe('a tool that nobody reviewed', () => {
  test.each([
    ['crm_get_deal', 'read'],
    ['getDeals', 'read'],
    ['crm_deals_list', 'read'],
    ['gmail_get_message', 'read'],
    ['crm_get_or_create_deal', 'write'],
    ['crm_search_and_replace', 'write'],
    ['mail_mark_as_read', 'write'],
    ['crm_deal_sync', 'write'],
    ['crm_frobnicate', 'write'],
    ['', 'write'],
    ['crm_delete_deal', 'destructive'],
    ['list_and_purge', 'destructive'],
    ['gmail_send_email', 'open-world'],
    ['slack_create_message', 'open-world'],
    ['repo_invite_user', 'open-world'],
    ['get_and_share_file', 'open-world'],
  ])('%s is %s', (tool, risk) => {
    expect(riskOf(tool)).toBe(risk)
  })
})
