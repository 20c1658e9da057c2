import { z } from 'zod'
import type { Account } from '../../contract/conversation'
import type { Json, JsonObject } from '../../contract/json'
import { objectsIn } from './probe'

// Providers spell these differently; the first that is there counts.
const nameFields = ['name', 'display_name', 'displayName', 'full_name', 'real_name', 'username', 'login']
const emailFields = ['email', 'email_address', 'emailAddress', 'mail']
const workspaceFields = ['account', 'app', 'workspace', 'team', 'organization', 'organisation', 'company', 'tenant']

const mostLength = 200
const wordsSchema = z.string().trim().min(1)
const namedSchema = z.object({ name: wordsSchema })

/** A provider's own words as a card shows them: a text that says something, shortened. */
export const shownWords = (value: Json | undefined): string | undefined =>
  wordsSchema.safeParse(value).data?.slice(0, mostLength)

const firstOf = (object: JsonObject, fields: readonly string[]): string | undefined =>
  fields.map((field) => shownWords(object[field])).find((words) => words !== undefined)

const workspaceOf = (object: JsonObject): string | undefined =>
  workspaceFields
    .map((field) => shownWords(namedSchema.safeParse(object[field]).data?.name) ?? shownWords(object[field]))
    .find((words) => words !== undefined)

/** Reads whose account it is from what a provider says about "me"; undefined when it says no name. */
export const accountIn = (result: Json): Account | undefined => {
  const holders = objectsIn(result)
  const named = holders.filter((object) => firstOf(object, nameFields) !== undefined)
  const me = named.find((object) => firstOf(object, emailFields) !== undefined) ?? named[0]
  const label = me && firstOf(me, nameFields)
  if (me === undefined || label === undefined) return undefined
  const email = firstOf(me, emailFields)
  const workspace = [me, ...holders].map(workspaceOf).find((words) => words !== undefined)
  return { label, ...(email === undefined ? {} : { email }), ...(workspace === undefined ? {} : { workspace }) }
}

const identifying =
  /(^|_)(me_get|get_me|whoami|identify(_\w+)?|(get|fetch|retrieve)_(current_user|authenticated_user|myself|my_profile)|current_user_get)$/

const requiredSchema = z.object({ required: z.array(z.string()) })

/** Whether a tool says who is asking, and needs nothing to do so. */
export const saysWhoAsks = ({ name, schema }: { readonly name: string; readonly schema: JsonObject }): boolean =>
  identifying.test(name.toLowerCase()) && (requiredSchema.safeParse(schema).data?.required ?? []).length === 0
