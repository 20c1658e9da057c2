import type { AppState } from '../../src/contract/app-state'
import type { Connection, ConnectionsState } from '../../src/contract/connections'
import type { Message, Part, Thread, ToolCall } from '../../src/contract/conversation'
import type { Failure, FailureAction, FailureCode } from '../../src/contract/failure'

/** The moment at which the samples happen. */
export const now = new Date('2026-03-12T10:30:00').getTime()

/** The person whose windows the samples show. */
export const person = { name: 'Ada Lindqvist', email: 'ada.lindqvist@northwind.example' }

/** A failure with this code. */
export const failure = (
  code: FailureCode,
  action: FailureAction = { kind: 'none' },
  rest?: Partial<Failure>,
): Failure => ({
  code,
  action,
  ...rest,
})

/** The state of an app in the sandbox with somebody signed in. */
export const appState = (change: Partial<AppState> = {}): AppState => ({
  version: '0.1.0',
  mode: { kind: 'sandbox', model: 'scripted' },
  session: { kind: 'signed-in', person, remembered: true },
  assistantReady: true,
  preferences: {
    theme: 'system',
    language: 'system',
    contrast: 'system',
    guide: 'done',
    notifications: 'on',
    notificationContent: 'hidden',
    quickAskShortcut: 'Control+Shift+Space',
    shortcuts: {},
  },
  locale: 'en',
  quickAskShortcut: {
    accelerator: 'Control+Shift+Space',
    registered: true,
    wayland: false,
    command: 'onbehalf --quick-ask',
  },
  notices: [],
  ...change,
})

/** A connection to Monday.com. */
export const connection = (change: Partial<Connection> = {}): Connection => ({
  name: 'monday',
  provider: 'MONDAY',
  providerName: 'Monday.com',
  status: 'connected',
  connecting: false,
  ...change,
})

/** A list of these connections. */
export const connectionsState = (connections: Connection[]): ConnectionsState => ({ kind: 'ready', connections })

/** A thread. */
export const thread = (id: string, change: Partial<Thread> = {}): Thread => ({
  id,
  title: id,
  createdAt: now,
  updatedAt: now,
  run: 'idle',
  ...change,
})

/** A message with these parts. */
export const message = (id: string, parts: Part[], change: Partial<Message> = {}): Message => ({
  id,
  threadId: 'one',
  role: 'assistant',
  parts,
  status: 'complete',
  createdAt: now,
  ...change,
})

/** What the person said. */
export const said = (id: string, text: string, threadId = 'one'): Message =>
  message(id, [{ kind: 'text', text }], { role: 'user', threadId })

/** A call that wants to create an item on Monday.com. */
export const call = (change: Partial<ToolCall> = {}): ToolCall => ({
  id: 'call-1',
  threadId: 'one',
  tool: 'monday_item_create',
  title: 'Create item',
  connection: 'monday',
  providerName: 'Monday.com',
  person,
  account: { label: 'Ada Lindqvist', email: 'ada.lindqvist@northwind.example', workspace: 'Northwind' },
  risk: 'write',
  args: { board_id: '4821093377', item_name: 'Q3 launch brief', group_id: 'topics' },
  argsSchema: {
    type: 'object',
    properties: {
      board_id: { type: 'string', description: 'ID of the board to create the item on' },
      item_name: { type: 'string', description: 'Name for the new item' },
      group_id: { type: 'string', description: 'ID of the group to place the item in' },
      column_values: { type: 'object', description: 'Column values as a JSON object' },
      create_labels_if_missing: { type: 'boolean', description: 'Create labels that do not exist yet' },
      position: { type: 'integer', description: 'Position in the group' },
      kind: { type: 'string', enum: ['public', 'private'] },
    },
    required: ['board_id', 'item_name'],
  },
  state: 'pending',
  edited: false,
  startedAt: now,
  ...change,
})
