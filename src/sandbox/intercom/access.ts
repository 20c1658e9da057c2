import { ToolRefusal } from '../sample-provider'
import type { Admin, Contact, Conversation, IntercomState } from './state'

/** What one call may touch: the workspace as seen by the admin whose seat it is. */
export type IntercomView = {
  readonly state: IntercomState
  readonly me: Admin
  readonly now: () => number
  readonly newId: () => string
}

/** The admin behind an identifier; anybody else has no seat. */
export const viewOf = (state: IntercomState, identifier: string): IntercomView => {
  const me = state.admins.find((admin) => admin.identifier === identifier)
  if (me === undefined) throw new ToolRefusal('forbidden', 'This person has no seat in the sample Intercom workspaces')
  const newId = (): string => {
    state.nextId += 1
    return String(state.nextId)
  }
  return { state, me, now: () => Math.floor(Date.now() / 1000), newId }
}

/** The refusal for a thing that is not there or in another workspace. */
export const notFound = (what: string, id: string): ToolRefusal =>
  new ToolRefusal('not-found', `Intercom: ${what} ${id} was not found, or this admin has no access to it`)

/** Refuses what a light seat may not do. */
export const requireFullSeat = (view: IntercomView, deed: string): void => {
  if (view.me.fullSeat) return
  throw new ToolRefusal('forbidden', `Intercom: ${view.me.name} has a light seat and is not allowed to ${deed}`)
}

/** Refuses to act as another admin than the one whose account this is. */
export const requireSelf = (view: IntercomView, adminId: string): void => {
  if (adminId === view.me.id) return
  throw new ToolRefusal('forbidden', `Intercom: this account can't act as admin ${adminId}`)
}

/** A contact by id, in the admin's own workspace. */
export const contactOf = (view: IntercomView, id: string): Contact => {
  const contact = view.state.contacts.find((candidate) => candidate.id === id && candidate.app === view.me.app)
  if (contact === undefined) throw notFound('contact', id)
  return contact
}

/** A conversation by id, in the admin's own workspace. */
export const conversationOf = (view: IntercomView, id: string): Conversation => {
  const conversation = view.state.conversations.find(
    (candidate) => candidate.id === id && candidate.app === view.me.app,
  )
  if (conversation === undefined) throw notFound('conversation', id)
  return conversation
}

/** A tag by id, in the admin's own workspace. */
export const tagOf = (view: IntercomView, id: string): IntercomState['tags'][number] => {
  const tag = view.state.tags.find((candidate) => candidate.id === id && candidate.app === view.me.app)
  if (tag === undefined) throw notFound('tag', id)
  return tag
}
