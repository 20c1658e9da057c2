import type { Json, JsonObject } from '../../../contract/json'
import { isObject } from '../../../contract/plain/main-list'
import { momentOf, type Moment } from './moment'
import { filledText, namesIn } from './row-fields'

/** Somebody, as a card shows them. */
export type Contact = {
  readonly name: string | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly role: string | undefined
  readonly company: string | undefined
  readonly lastSeen: Moment | undefined
  readonly tags: readonly string[]
}

const firstText = (row: JsonObject, names: readonly string[]): string | undefined =>
  names.map((name) => filledText(row[name])).find((text) => text !== undefined)

const nameIn = (value: Json | undefined): string | undefined =>
  isObject(value) ? filledText(value['name']) : filledText(value)

const companyOf = (row: JsonObject): string | undefined =>
  nameIn(row['company']) ?? nameIn(row['account']) ?? namesIn(row['companies'])?.[0]

/** A row as somebody. */
export const contactOf = (row: JsonObject): Contact => ({
  name: filledText(row['name']),
  email: filledText(row['email']),
  phone: firstText(row, ['phone', 'mobile_phone', 'phone_number']),
  role: firstText(row, ['job_title', 'role', 'title']),
  company: companyOf(row),
  lastSeen: momentOf('seen_at', row['last_seen_at'] ?? row['last_active'] ?? row['last_activity']),
  tags: namesIn(row['tags']) ?? [],
})

const contactTypes: ReadonlySet<Json | undefined> = new Set(['contact', 'user', 'lead', 'admin', 'teammate'])
const ofPeople = ['role', 'job_title', 'title', 'phone', 'last_seen_at', 'is_admin']

/** Whether a row is somebody: a name or an address, and what only people have. */
export const isContact = (row: JsonObject): boolean => {
  const { name, email } = contactOf(row)
  if (name === undefined && email === undefined) return false
  if (row['email'] === undefined) return false
  return contactTypes.has(row['type']) || ofPeople.some((field) => row[field] !== undefined)
}
