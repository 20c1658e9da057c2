import { setImmediate } from 'node:timers'
import type { Grant, GrantEnd } from '../../contract/grants'
import type { GrantDuration } from '../../contract/trust'
import type { Owner } from '../identity/identifier'
import type { CallRecord } from './call-record'
import { isAbout, isOver, toGrant, type GrantedCall, type GrantRecord } from './grant-record'
import { createGrantRows, type GrantRows, type GrantRowsNeeds } from './grant-rows'

/** The standing permissions of people. */
export type Grants = {
  /** The permission that covers a call right now, if there is one. */
  readonly covering: (owner: Owner, call: GrantedCall) => GrantRecord | undefined
  /** Those that nothing has ended. */
  readonly standing: (owner: Owner) => GrantRecord[]
  readonly find: (owner: Owner, id: string) => GrantRecord | undefined
  /** Takes the step that uses a call's permission, if it covers the call right now: in one transaction. */
  readonly under: (owner: Owner, call: CallRecord, step: () => CallRecord | undefined) => CallRecord | undefined
  /** Takes an approval and gives a permission along with it: in one transaction, both or neither. */
  readonly give: (owner: Owner, given: GivenGrant) => CallRecord | undefined
  /** Ends those that a test picks among the ones that stand, and says how many. */
  readonly end: (owner: Owner, because: GrantEnd, picks: (grant: GrantRecord) => boolean) => number
  /** Ends those of everybody on this computer. */
  readonly endAll: (because: GrantEnd) => void
  /** Those that stand, and what ended in the last days with the reason; the latest first. */
  readonly list: (owner: Owner) => Grant[]
  /** Called with the owner whose permissions changed. Returns the function that stops it. */
  readonly onChange: (listener: (owner: Owner) => void) => () => void
}

/** How long, and the approval that it comes with. */
export type GivenGrant = { readonly duration: GrantDuration; readonly approve: () => CallRecord | undefined }

const shownAfterEndMs = 7 * 24 * 60 * 60_000
/** How much goes on by itself in a thread before its person is asked again. */
export const mostGrantedInARow = 20

type Tell = (owner: Owner) => void

// After the transaction: what was rolled back did not happen.
const createTeller = (): { readonly tell: Tell; readonly onChange: Grants['onChange'] } => {
  const listeners = new Set<Tell>()
  const changed = new Set<Owner>()
  const flush = (): void => {
    const owners = [...changed]
    changed.clear()
    for (const owner of owners) for (const listener of listeners) listener(owner)
  }
  return {
    tell: (owner) => {
      if (changed.size === 0) setImmediate(flush)
      changed.add(owner)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

type Parts = GrantRowsNeeds & { readonly rows: GrantRows; readonly tell: Tell }

const endWith =
  ({ database, rows, tell }: Parts): Grants['end'] =>
  (owner, because, picks) =>
    database.transaction(() => {
      const picked = rows.standing(owner).filter(picks)
      for (const { id } of picked) rows.end(owner, id, because)
      if (picked.length > 0) tell(owner)
      return picked.length
    })

const giveWith =
  ({ database, rows, tell }: Parts, end: Grants['end']): Grants['give'] =>
  (owner, { duration, approve }) =>
    database.transaction(() => {
      const call = approve()
      if (call === undefined) return undefined
      end(owner, 'replaced', (grant) => isAbout(grant, call) && (duration !== 'thread' || grant.duration === duration))
      rows.add(owner, { call, duration })
      tell(owner)
      return call
    })

/** Opens the standing permissions on the app's database. */
export const createGrants = (needs: GrantRowsNeeds): Grants => {
  const { database, now } = needs
  const rows = createGrantRows(needs)
  const { tell, onChange } = createTeller()
  const end = endWith({ ...needs, rows, tell })
  const endExpired = (owner: Owner): void => {
    end(owner, 'expired', (grant) => isOver(grant, now()))
  }
  // A model that does the same again, or goes on and on, is not what a person meant: they are asked.
  const isFresh = (owner: Owner, call: GrantedCall): boolean => {
    const { count, same } = rows.sincePerson(owner, call)
    return same === 0 && count < mostGrantedInARow
  }
  const standingFor = (owner: Owner, call: GrantedCall): GrantRecord | undefined => {
    endExpired(owner)
    return rows.standing(owner).find((grant) => isAbout(grant, call))
  }
  return {
    onChange,
    find: rows.find,
    standing: rows.standing,
    end,
    give: giveWith({ ...needs, rows, tell }, end),
    covering: (owner, call) => {
      const grant = standingFor(owner, call)
      return grant !== undefined && isFresh(owner, call) ? grant : undefined
    },
    under: (owner, call, step) =>
      database.transaction(() => {
        endExpired(owner)
        const grant = call.grant_id === null ? undefined : rows.find(owner, call.grant_id)
        const taken = grant?.ended_at === null && isAbout(grant, call) ? step() : undefined
        if (taken === undefined || grant === undefined) return undefined
        rows.noteUse(owner, grant.id)
        tell(owner)
        return taken
      }),
    endAll: (because) => {
      for (const owner of rows.owners()) end(owner, because, () => true)
    },
    list: (owner) => {
      endExpired(owner)
      return rows.recent(owner, now() - shownAfterEndMs).map(toGrant)
    },
  }
}
