import { z } from 'zod'
import type { Account } from '../../contract/conversation'
import { jsonSchema, type Json, type JsonObject } from '../../contract/json'
import { argument, objectsIn } from './probe'

// Providers spell these differently; the first that is there counts.
const nameFields = ['name', 'display_name', 'displayName', 'full_name', 'real_name', 'username', 'login']
const emailFields = ['email', 'email_address', 'emailAddress', 'mail']
const tenantFields = ['account', 'app', 'workspace', 'team', 'organization', 'organisation', 'company', 'tenant']

const mostLength = 200
const wordsSchema = z.string().trim().min(1)
const namedSchema = z.object({ name: wordsSchema })
const objectSchema = z.record(z.string(), jsonSchema)

/** A provider's own words as a card shows them: a text that says something, shortened. */
export const shownWords = (value: Json | undefined): string | undefined =>
  wordsSchema.safeParse(value).data?.slice(0, mostLength)

const firstOf = (object: JsonObject, fields: readonly string[]): string | undefined =>
  fields.map((field) => shownWords(object[field])).find((words) => words !== undefined)

type Tenant = Pick<Account, 'tenant' | 'tenantId'>

const tenantIn = (value: Json | undefined): Tenant | undefined => {
  const name = shownWords(namedSchema.safeParse(value).data?.name) ?? shownWords(value)
  if (name === undefined) return undefined
  const object = objectSchema.safeParse(value).data ?? {}
  const id = argument(object, 'id') ?? argument(object, 'id_code')
  return { tenant: name, ...(id === undefined ? {} : { tenantId: id }) }
}

const tenantOf = (object: JsonObject): Tenant | undefined =>
  tenantFields.map((field) => tenantIn(object[field])).find((tenant) => tenant !== undefined)

/** Reads whose account it is from what a provider says about "me"; undefined when it says no name. */
export const accountIn = (result: Json): Account | undefined => {
  const holders = objectsIn(result)
  const named = holders.filter((object) => firstOf(object, nameFields) !== undefined)
  const me = named.find((object) => firstOf(object, emailFields) !== undefined) ?? named[0]
  const label = me && firstOf(me, nameFields)
  if (me === undefined || label === undefined) return undefined
  const email = firstOf(me, emailFields)
  const id = argument(me, 'id')
  const tenant = [me, ...holders].map(tenantOf).find((found) => found !== undefined)
  return { label, ...(email === undefined ? {} : { email }), ...(id === undefined ? {} : { id }), ...tenant }
}

const identifying =
  /(^|_)(me_get|get_me|whoami|identify(_\w+)?|(get|fetch|retrieve)_(current_user|authenticated_user|myself|my_profile)|current_user_get)$/

const requiredSchema = z.object({ required: z.array(z.string()) })

/** Whether a tool says who is asking, and needs nothing to do so. */
export const saysWhoAsks = ({ name, schema }: { readonly name: string; readonly schema: JsonObject }): boolean =>
  identifying.test(name.toLowerCase()) && (requiredSchema.safeParse(schema).data?.required ?? []).length === 0
