import { setImmediate } from 'node:timers/promises'
import type { Failure } from '../../contract/failure'
import { ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import { createActivity } from './activity'
import { createActivityLog } from './activity-log'
import { createAgentLoader } from './agent'
import { createApprovals, type Approvals } from './approvals'
import { createArgumentsCheck } from './arguments'
import type { Assistant } from './assistant'
import { createAttachments } from './attachments/attachments'
import { createFileStore } from './attachments/file-store'
import { createBeforeAfter } from './before-after'
import { createBranches } from './branches/branches'
import { boundedReads } from './bounded-reads'
import { createCalls } from './calls'
import type { AssistantDependencies } from './dependencies'
import { createEvents } from './events'
import { endUnlisted, watchAccounts } from './grant-watch'
import { createGrantedCalls, type GrantedCalls } from './granted-calls'
import { createGrants } from './grants'
import { createHalting } from './halting'
import { createHands } from './hands'
import { createJournal } from './journal'
import { createLastLook } from './last-look'
import { createLookUps } from './look-ups'
import { createOwnData } from './own-data/own-data'
import { createQueue, type Queue, type QueueActions } from './queue/queue'
import { createQueueStore } from './queue/queue-store'
import { createQuestions } from './questions/questions'
import { createReadBack } from './read-back'
import { createReads } from './reads'
import { recoverJournal } from './recover-journal'
import { watchReconnections } from './reconnected'
import { createReturnedAccount } from './returned-account'
import { createSavedPrompts } from './prompts/saved-prompts'
import { readResultRows } from './result-rows'
import { createRuns, type Runs } from './runs'
import { attempt } from './saving'
import { createSearch } from './search/search'
import { createSending, deliverWith } from './sending'
import { createStillThere } from './still-there'
import { createForgetting } from './thread-list/forgetting'
import { createThreadList } from './thread-list/thread-list'
import { withTitles } from './thread-list/titling'
import { createThirdPartyText } from './third-party'
import { createThreadAccounts } from './thread-accounts'
import { createThreads } from './threads'
import { createThreadStore } from './thread-store'
import { createThreadView } from './thread-view'
import { createToolCatalog } from './tool-catalog'
import { createTransfer } from './transfer/transfer'
import { createUndoing, type Undoing } from './undo'
import { createWhoseAccount } from './whose-account'

const withBoundedReads = (given: AssistantDependencies): AssistantDependencies => ({
  ...given,
  scalekit: { ...given.scalekit, execute: boundedReads(given.scalekit.execute) },
})

const openActivityLog = ({ database, clock, activityHeads, log }: AssistantDependencies) =>
  createActivityLog({
    database,
    now: () => clock.now(),
    ...(activityHeads === undefined ? {} : { heads: activityHeads }),
    onError: (error) => {
      log.error('activity-heads', error)
    },
  })

const openFoundation = (given: AssistantDependencies) => {
  const { database, clock } = given
  const now = (): number => clock.now()
  const activityLog = openActivityLog(given)
  attempt(() => {
    recoverJournal(database, clock.now(), activityLog)
  })
  const running = new Set<string>()
  const events = createEvents()
  const store = createThreadStore(database)
  const files = createFileStore(database)
  const journal = createJournal(database, activityLog)
  const view = createThreadView({ store, journal, running })
  const calls = createCalls({ ...given, journal, events, view })
  const check = createArgumentsCheck()
  const grants = createGrants({ database, now, newId: given.newId })
  const catalog = createToolCatalog({
    ...given,
    listed: (owner, tools) => {
      endUnlisted(grants, owner, tools)
    },
  })
  const reads = createReads({ journal, calls, now })
  const lookUps = createLookUps({ ...given, activityLog })
  const readBack = createReadBack({ journal, calls, lookUps, now })
  const whose = createWhoseAccount(clock)
  const accounts = createThreadAccounts(database, now)
  const hands = createHands({ whose, lookUps, accounts, catalog, journal, calls })
  const beforeAfter = createBeforeAfter({ journal, calls, catalog, lookUps })
  const thirdParty = createThirdPartyText({ journal, store, files })
  return {
    ...given,
    now,
    activityLog,
    running,
    events,
    store,
    files,
    queued: createQueueStore(database),
    journal,
    view,
    calls,
    check,
    catalog,
    reads,
    readBack,
    whose,
    lookUps,
    hands,
    beforeAfter,
    thirdParty,
    grants,
    loadAgent: createAgentLoader(),
  }
}

type Foundation = ReturnType<typeof openFoundation>

const openApprovals = (base: Foundation, settled: Runs['afterSettled']): Approvals =>
  createApprovals({
    journal: base.journal,
    calls: base.calls,
    check: base.check,
    grants: base.grants,
    now: base.now,
    log: base.log,
    listAccounts: base.scalekit.listAccounts,
    lastLook: createLastLook({
      stillThere: createStillThere(base),
      samePlace: base.hands.check,
      readBefore: base.beforeAfter.readBefore,
    }),
    accountChanged: (session, call) => {
      base.hands.showAgain(session, call).catch((error: unknown) => {
        base.log.error('whose-account', error)
      })
    },
    settled,
    lost: async (owner, call) => {
      settled(owner, await base.readBack.soon(owner, call))
    },
  })

type Parts = { readonly runs: Runs; readonly approvals: Approvals; readonly undoing: Undoing }

const decisionsOf = (
  base: Foundation,
  { runs, approvals, undoing }: Parts,
): Pick<Assistant, 'approve' | 'approveAlways' | 'decline' | 'readBack' | 'settle' | 'undo'> => {
  const acted = (owner: Parameters<Runs['personActed']>[0], callId: string): void => {
    const call = base.journal.find(owner, callId)
    if (call !== undefined) runs.personActed(owner, call.thread_id)
  }
  return {
    approve: (session, callId, args) => {
      acted(session.owner, callId)
      return approvals.approve(session, callId, args)
    },
    approveAlways: (session, callId, approved) => {
      acted(session.owner, callId)
      return approvals.approveAlways(session, callId, approved)
    },
    decline: (session, callId) => {
      acted(session.owner, callId)
      return Promise.resolve(approvals.decline(session, callId))
    },
    readBack: async ({ owner }, callId) => {
      const call = await base.readBack.asked(owner, callId)
      if (!call.ok) return call
      undoing.settled(owner, call.value)
      runs.afterReadBack(owner, call.value)
      return ok(null)
    },
    settle: ({ owner }, callId, done) => {
      const call = base.readBack.told(owner, callId, done)
      if (!call.ok) return Promise.resolve(call)
      undoing.settled(owner, call.value)
      runs.afterReadBack(owner, call.value)
      return Promise.resolve(ok(null))
    },
    undo: undoing.ask,
  }
}

const activityOf = (base: Foundation): Pick<Assistant, 'listActivity' | 'exportActivity' | 'verifyActivity'> => {
  const activity = createActivity(base.database, base.activityLog)
  return {
    listActivity: ({ owner }, before, filter = {}) => activity.page(owner, filter, before),
    exportActivity: ({ owner }, format, filter) => activity.export(owner, format, filter),
    verifyActivity: ({ owner }) => activity.verify(owner),
  }
}

const grantsOf = ({
  grants,
}: Foundation): Pick<Assistant, 'listGrants' | 'revokeGrant' | 'revokeGrants' | 'endGrants' | 'onGrants'> => {
  const revoke = (owner: Owner, picks: (id: string) => boolean): Result<null, Failure> => {
    const revoked = attempt(() => grants.end(owner, 'revoked', ({ id }) => picks(id)))
    return revoked.ok ? ok(null) : revoked
  }
  return {
    listGrants: ({ owner }) => attempt(() => grants.list(owner)),
    revokeGrant: ({ owner }, grantId) => revoke(owner, (id) => id === grantId),
    revokeGrants: ({ owner }) => revoke(owner, () => true),
    endGrants: (owner) =>
      attempt(() => {
        if (owner === null) grants.endAll('signed-out')
        else grants.end(owner, 'signed-out', () => true)
      }),
    onGrants: grants.onChange,
  }
}

const questionsOf = ({ database }: Foundation): Pick<Assistant, 'recallQuestions' | 'keepQuestion'> => {
  const questions = createQuestions(database)
  return {
    recallQuestions: ({ owner }) => attempt(() => questions.list(owner)),
    keepQuestion: ({ owner }, asked) =>
      attempt(() => {
        questions.keep(owner, asked)
        return null
      }),
  }
}

// The first use of each would load it too: loading them ahead keeps the first answer quick.
const prepareWith =
  (base: Foundation): Assistant['prepare'] =>
  async () => {
    await base.loadAgent()
    await setImmediate()
    await base.check.load()
    await setImmediate()
    // Only for its code: whether there is a model is asked again, and told, at the start of each run.
    await base.model()
  }

const queueActionsOf = ({ changeQueued, removeQueued, sendQueued }: Queue): QueueActions => ({
  changeQueued,
  removeQueued,
  sendQueued,
})

/** Makes the assistant on an open database. Puts right at once what the last process left in the middle. */
export const createAssistant = (given: AssistantDependencies): Assistant => {
  const base = openFoundation(withBoundedReads(given))
  const runs = createRuns({
    ...base,
    carryOutCovered: (covered) => carryOutCovered(covered),
    rested: (owner, threadId) => {
      queue.rested(owner, threadId)
    },
    stopped: (owner, threadId) => {
      queue.stopped(owner, threadId)
    },
  })
  const queue: Queue = createQueue({ ...base, runs, deliver: deliverWith({ ...base, runs }) })
  const undoing = createUndoing(base)
  const approvals = openApprovals(base, (owner, call) => {
    undoing.settled(owner, call)
    runs.afterSettled(owner, call)
  })
  const carryOutCovered: GrantedCalls = createGrantedCalls({ ...base, ...approvals, isHalted: runs.isHalted })
  const prompts = createSavedPrompts(base.database)
  watchAccounts(base)
  watchReconnections({
    ...base,
    approvals,
    runs,
    returned: createReturnedAccount(base),
    changed: base.catalog.forget,
    back: base.whose.forget,
  })
  const halting = createHalting({ ...base, runs })
  const stoppable = {
    ...createThreads({ ...base, runs, queue }),
    ...createThreadList({ ...base, runs, shelf: base.store, forgetting: createForgetting(base) }),
    ...halting,
    stopAll: () => {
      queue.stoppedAll()
      runs.stopAll()
      base.activityLog.flush()
    },
  }
  return {
    search: createSearch(base.database),
    send: createSending({ ...base, runs }, queue),
    ...queueActionsOf(queue),
    ...createAttachments(base),
    ...createTransfer({ ...base, runs }),
    ...createBranches({ ...base, runs, undoing }),
    ...decisionsOf(base, { runs, approvals, undoing }),
    ...activityOf(base),
    readResultRows: ({ owner }, asked) => readResultRows(base.journal, owner, asked),
    ...grantsOf(base),
    ...questionsOf(base),
    ...createOwnData({ ...base, halting, prompts, activity: createActivity(base.database, base.activityLog) }),
    prompts,
    onEvents: base.events.listen,
    prepare: prepareWith(base),
    ...withTitles({ ...base, runs }, stoppable),
  }
}
