import { risks, type Risk } from '../../contract/conversation'
import type { RiskClasses } from './risk-classes'
import { intercomRisks } from './risks-intercom'
import { mondayRisks } from './risks-monday'

const rowsOf = (prefix: string, classes: RiskClasses): readonly (readonly [string, Risk])[] =>
  risks.flatMap((risk) => classes[risk].map((name) => [`${prefix}_${name}`, risk] as const))

/** What each tool that was reviewed by hand can do. */
export const reviewedRisks: ReadonlyMap<string, Risk> = new Map([
  ...rowsOf('monday', mondayRisks),
  ...rowsOf('intercom', intercomRisks),
])

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const takesAway = words(
  'delete remove destroy purge erase wipe clear drop redact merge revoke deactivate terminate void',
)
const reachesOut = words(
  'send invite publish share notify forward broadcast post tweet dm sms call dial announce submit deploy',
)
const outsideThings = words('message reply email webhook notification invitation invite broadcast campaign')
const changes = words(
  `create add set update edit change move copy duplicate archive unarchive restore assign unassign attach detach upload
   import put patch upsert insert write save replace rename mark enable disable start stop cancel close reopen approve
   reject accept decline run execute apply trigger convert split like unlike pin unpin follow unfollow subscribe
   unsubscribe log schedule reschedule snooze lock unlock link unlink transfer sync reset generate register activate
   append complete resolve manage auto clone batch bulk`.replace(/\s+/g, ' '),
)
const looks = words(
  'get list search retrieve find fetch read query lookup count describe view show scroll identify whoami',
)

const wordsOf = (tool: string): readonly string[] =>
  tool
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

// A verb says what a tool does only where verbs stand: `crm_get_deals`, `get_deals`, `crm_deals_list`.
const looksOnly = (parts: readonly string[]): boolean =>
  [parts[0], parts[1], parts.at(-1)].some((word) => word !== undefined && looks.has(word)) &&
  !parts.some((word) => changes.has(word))

const riskByVerbs = (tool: string): Risk => {
  const parts = wordsOf(tool)
  if (parts.some((word) => takesAway.has(word))) return 'destructive'
  if (parts.some((word) => reachesOut.has(word))) return 'open-world'
  if (looksOnly(parts)) return 'read'
  return parts.some((word) => outsideThings.has(word)) ? 'open-world' : 'write'
}

/** Says what a tool can do: by the reviewed table, else by its verbs; what neither knows is a write. */
export const riskOf = (tool: string): Risk => reviewedRisks.get(tool) ?? riskByVerbs(tool)
