import { expect, test } from 'vitest'
import { providerName } from '../../../src/main/connections/provider-names'

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
