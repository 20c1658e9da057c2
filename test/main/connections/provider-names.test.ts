import { expect, test } from 'vitest'
import { connectionTitle, providerName } from '../../../src/main/connections/provider-names'

test.each([
  ['MONDAY', 'Monday.com'],
  ['monday', 'Monday.com'],
  ['INTERCOM', 'Intercom'],
  ['HUBSPOT', 'HubSpot'],
  ['GITHUB', 'GitHub'],
  ['GOOGLE_CALENDAR', 'Google Calendar'],
  ['googlecalendar', 'Google Calendar'],
  ['MICROSOFT_TEAMS', 'Microsoft Teams'],
  ['ACME_CRM', 'Acme Crm'],
  ['constructor', 'Constructor'],
  ['!!', '!!'],
])('%s is %s', (key, name) => {
  expect(providerName(key)).toBe(name)
})

test('connections of one provider are told apart by their own names, and only then', () => {
  const agency = { name: 'monday-agency', provider: 'MONDAY' }
  const client = { name: 'monday-client', provider: 'monday.com' }
  const notion = { name: 'notion-team', provider: 'NOTION' }
  const titles = (records: readonly (typeof agency)[]) => records.map((record) => connectionTitle(record, records))
  expect(titles([agency, notion])).toEqual(['Monday.com', 'Notion'])
  expect(titles([agency, client, notion])).toEqual(['Monday.com, monday-agency', 'Monday.com, monday-client', 'Notion'])
})
