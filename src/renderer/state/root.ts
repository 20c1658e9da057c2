import type { AppState } from '../../contract/app-state'
import type { ConnectionsState } from '../../contract/connections'
import type { Failure } from '../../contract/failure'
import type { Grant } from '../../contract/grants'
import type { Navigation } from '../../contract/methods'
import type { SavedPrompt } from '../../contract/prompts'
import type { Action } from './action'
import { ownerOf, sessionChange, type WindowOwner } from './app'
import { reduceApprovals, type Approvals } from './approvals'
import { reduceConnections, initialConnections } from './connections'
import { reduceConversations, type Conversations } from './conversation'
import { reduceDrafts, type Drafts } from './drafts'
import { reduceEdits, type Edits } from './edits'
import { reduceFound } from './found'
import type { FoundMessage } from './found-message'
import { reduceNavigation } from './navigation'
import type { UsablePrompt } from './prompts'
import { reduceQueues, type Queues } from './queues'
import { initialQuickAsk, reduceQuickAsk, type QuickAskState } from './quick-ask'
import { reduceResultChoices, type ResultChoices } from './result-choices'
import { initialThreadList, reduceThreadList, type ThreadListState } from './thread-list'
import { initialThreads, reduceThreads, type ThreadsState } from './threads'
import type { Toast } from './toast'

/** What belongs to the signed-in person, and goes when they go. */
type PersonalState = {
  readonly connections: ConnectionsState
  readonly threads: ThreadsState
  readonly threadList: ThreadListState
  readonly conversations: Conversations
  readonly drafts: Drafts
  readonly approvals: Approvals
  readonly edits: Edits
  readonly queues: Queues
  /** What may go on by itself; null until it was read. */
  readonly grants: readonly Grant[] | null
  /** The person's own prompts, by name; null until they were read. */
  readonly prompts: readonly SavedPrompt[] | null
  /** The prompt that is being filled in. */
  readonly filling: UsablePrompt | null
  readonly resultChoices: ResultChoices
  readonly place: Navigation
  /** What was opened from the search a moment ago. */
  readonly found: FoundMessage | null
  readonly link: string | null
  readonly palette: boolean
  /** How often somebody asked for the message box: each time it takes the focus. */
  readonly writing: number
  readonly quickAsk: QuickAskState
  readonly toast: Toast | null
  readonly alerts: readonly { readonly id: string; readonly failure: Failure }[]
}

/** Everything a window shows. */
export type RootState = PersonalState & {
  readonly app: AppState | null
  /** The last person who was signed in here and did not sign out. */
  readonly owner: WindowOwner | null
}

const nobody: PersonalState = {
  connections: initialConnections,
  threads: initialThreads,
  threadList: initialThreadList,
  conversations: {},
  drafts: {},
  approvals: {},
  edits: {},
  queues: {},
  grants: null,
  prompts: null,
  filling: null,
  resultChoices: {},
  place: { view: 'chat' },
  found: null,
  link: null,
  palette: false,
  writing: 0,
  quickAsk: initialQuickAsk,
  toast: null,
  alerts: [],
}

/** Before main has answered. */
export const initialState: RootState = { ...nobody, app: null, owner: null }

const reduceLink = (link: string | null, action: Action): string | null => {
  if (action.type === 'link-asked') return action.url
  return action.type === 'link-answered' ? null : link
}

// Whoever goes somewhere else is not asked any further.
const reduceFilling = (filling: RootState['filling'], action: Action): RootState['filling'] => {
  if (action.type === 'filling') return action.prompt
  return action.type === 'navigated' ? null : filling
}

// The next one takes the place of the last.
const reduceToast = (toast: Toast | null, action: Action): Toast | null => {
  if (action.type === 'toast') return action.toast
  return action.type === 'toast-gone' && action.toast === toast ? null : toast
}

const reduceAlerts = (alerts: RootState['alerts'], action: Action): RootState['alerts'] => {
  if (action.type === 'alert-raised') {
    const others = alerts.filter((alert) => alert.failure.code !== action.failure.code)
    return [...others, { id: action.id, failure: action.failure }]
  }
  return action.type === 'alert-dismissed' ? alerts.filter((alert) => alert.id !== action.id) : alerts
}

const reduceApp = (state: RootState, app: AppState): RootState => {
  const change = sessionChange(state.owner, state.app?.session ?? null, app.session)
  if (change === 'left') return { ...nobody, app, owner: null }
  if (change === 'arrived' && app.session.kind === 'signed-in') {
    // The first person of a window may already have been sent somewhere, by the tray for example.
    const place = state.owner === null ? state.place : nobody.place
    return { ...nobody, place, app, owner: ownerOf(app.session) }
  }
  return { ...state, app }
}

/** Applies one action to everything a window shows. */
export const reduce = (state: RootState, action: Action): RootState => {
  if (action.type === 'app') return reduceApp(state, action.app)
  return {
    ...state,
    connections: reduceConnections(state.connections, action),
    threads: reduceThreads(state.threads, action),
    threadList: reduceThreadList(state.threadList, action),
    conversations: reduceConversations(state.conversations, action),
    drafts: reduceDrafts(state.drafts, action),
    approvals: reduceApprovals(state.approvals, action),
    edits: reduceEdits(state.edits, action),
    queues: reduceQueues(state.queues, action),
    grants: action.type === 'grants' ? action.grants : state.grants,
    prompts: action.type === 'prompts' ? action.prompts : state.prompts,
    filling: reduceFilling(state.filling, action),
    resultChoices: reduceResultChoices(state.resultChoices, action),
    place: reduceNavigation(state.place, action),
    found: reduceFound(state.found, action),
    link: reduceLink(state.link, action),
    palette: action.type === 'palette-shown' ? action.shown : state.palette,
    writing: action.type === 'writing-asked' ? state.writing + 1 : state.writing,
    quickAsk: reduceQuickAsk(state.quickAsk, action),
    toast: reduceToast(state.toast, action),
    alerts: reduceAlerts(state.alerts, action),
  }
}
