import type { ConnectionRecord } from '../scalekit/port'

const names: Readonly<Record<string, string>> = {
  AFFINITY: 'Affinity',
  AIRTABLE: 'Airtable',
  APOLLO: 'Apollo',
  ASANA: 'Asana',
  ATTENTION: 'Attention',
  ATTIO: 'Attio',
  BIGQUERY: 'BigQuery',
  BITBUCKET: 'Bitbucket',
  BOX: 'Box',
  CALENDLY: 'Calendly',
  CHORUS: 'Chorus',
  CLARI: 'Clari',
  CLICKUP: 'ClickUp',
  CONFLUENCE: 'Confluence',
  DATABRICKS: 'Databricks',
  DISCORD: 'Discord',
  DOCUSIGN: 'Docusign',
  DROPBOX: 'Dropbox',
  EXA: 'Exa',
  FATHOM: 'Fathom',
  FIGMA: 'Figma',
  FRESHDESK: 'Freshdesk',
  FRESHSERVICE: 'Freshservice',
  GITHUB: 'GitHub',
  GITLAB: 'GitLab',
  GMAIL: 'Gmail',
  GONG: 'Gong',
  GOOGLEADS: 'Google Ads',
  GOOGLECALENDAR: 'Google Calendar',
  GOOGLEDOCS: 'Google Docs',
  GOOGLEDRIVE: 'Google Drive',
  GOOGLEFORMS: 'Google Forms',
  GOOGLEMEET: 'Google Meet',
  GOOGLESHEETS: 'Google Sheets',
  GOOGLESLIDES: 'Google Slides',
  GOOGLETASKS: 'Google Tasks',
  GRANOLA: 'Granola',
  HUBSPOT: 'HubSpot',
  INTERCOM: 'Intercom',
  JIRA: 'Jira',
  LINEAR: 'Linear',
  LINKEDIN: 'LinkedIn',
  MAILCHIMP: 'Mailchimp',
  MICROSOFTEXCEL: 'Microsoft Excel',
  MICROSOFTTEAMS: 'Microsoft Teams',
  MICROSOFTWORD: 'Microsoft Word',
  MIRO: 'Miro',
  MONDAY: 'Monday.com',
  MONDAYCOM: 'Monday.com',
  NETSUITE: 'NetSuite',
  NOTION: 'Notion',
  ONEDRIVE: 'OneDrive',
  ONENOTE: 'OneNote',
  OUTLOOK: 'Outlook',
  OUTREACH: 'Outreach',
  PAGERDUTY: 'PagerDuty',
  PHANTOMBUSTER: 'PhantomBuster',
  PIPEDRIVE: 'Pipedrive',
  POSTHOG: 'PostHog',
  QUICKBOOKS: 'QuickBooks',
  SALESFORCE: 'Salesforce',
  SALESLOFT: 'Salesloft',
  SENTRY: 'Sentry',
  SERVICENOW: 'ServiceNow',
  SHAREPOINT: 'SharePoint',
  SHOPIFY: 'Shopify',
  SLACK: 'Slack',
  SNOWFLAKE: 'Snowflake',
  STRIPE: 'Stripe',
  TRELLO: 'Trello',
  TWITTER: 'X',
  TYPEFORM: 'Typeform',
  VERCEL: 'Vercel',
  XERO: 'Xero',
  YOUTUBE: 'YouTube',
  ZENDESK: 'Zendesk',
  ZOHOCRM: 'Zoho CRM',
  ZOOM: 'Zoom',
}

const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`

/** The provider as people know it ("MONDAY" is "Monday.com"); an unlisted one is spelled out from its key. */
export const providerName = (provider: string): string => {
  const key = provider.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const known = Object.hasOwn(names, key) ? names[key] : undefined
  const words = provider.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return known ?? (words.length === 0 ? provider : words.map(capitalised).join(' '))
}

/** A connection as people know it: its provider, and its own name where the environment has several of that provider. */
export const connectionTitle = (
  { name, provider }: ConnectionRecord,
  records: readonly Pick<ConnectionRecord, 'provider'>[],
): string => {
  const known = providerName(provider)
  const alike = records.filter((record) => providerName(record.provider) === known)
  return alike.length > 1 ? `${known}, ${name}` : known
}
