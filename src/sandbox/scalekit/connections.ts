/** A connection of the sandbox environment. `keyId` is its name, as the SDK's `connector` fields take it. */
export type SandboxConnection = {
  readonly id: string
  readonly keyId: string
  readonly provider: string
  readonly providerName: string
}

const row = (keyId: string, provider: string, providerName: string): SandboxConnection => ({
  id: `conn_${keyId}`,
  keyId,
  provider,
  providerName,
})

/** The connections of the environment: more than a page of them. Only the first two have sample data. */
export const sandboxConnections: readonly SandboxConnection[] = [
  row('monday', 'MONDAY', 'Monday.com'),
  row('intercom', 'INTERCOM', 'Intercom'),
  row('slack', 'SLACK', 'Slack'),
  row('notion-team', 'NOTION', 'Notion'),
  row('hubspot', 'HUBSPOT', 'HubSpot'),
  row('gmail', 'GMAIL', 'Gmail'),
  row('googlecalendar', 'GOOGLECALENDAR', 'Google Calendar'),
  row('github', 'GITHUB', 'GitHub'),
  row('linear', 'LINEAR', 'Linear'),
  row('jira-cloud', 'JIRA', 'Jira'),
  row('asana', 'ASANA', 'Asana'),
  row('zendesk', 'ZENDESK', 'Zendesk'),
  row('salesforce', 'SALESFORCE', 'Salesforce'),
  row('trello', 'TRELLO', 'Trello'),
]
