import type { ImportedCall } from '../../../contract/imported-call'
import type { Json } from '../../../contract/json'
import type { Owner } from '../../identity/identifier'
import type { CallRecord } from '../call-record'
import { shownResult } from '../call-result'
import type { Journal } from '../journal'
import { redactArguments } from '../redact-arguments'
import type { StoredMessage, StoredPart, ThreadStore } from '../thread-store'
import { mostNames, threadFileHead, type FileMessage, type FilePart, type ThreadFile } from './thread-file'

type Needs = { readonly store: ThreadStore; readonly journal: Journal }

const longestName = 300
const cut = (name: string): string => name.slice(0, longestName)

const outcomes: Readonly<Record<CallRecord['state'], ImportedCall['outcome']>> = {
  running: 'open',
  pending: 'open',
  claimed: 'open',
  sent: 'open',
  done: 'done',
  failed: 'failed',
  unknown: 'unknown',
  declined: 'declined',
  stopped: 'stopped',
  withdrawn: 'withdrawn',
}

const withoutSecrets = (value: Json): Json => redactArguments({ value }, {})['value'] ?? null

const resultOf = ({ result }: CallRecord): Pick<ImportedCall, 'result'> => {
  if (result === null) return {}
  const { value, truncated } = shownResult(result)
  return { result: { value: withoutSecrets(value), truncated } }
}

// A file may go to anybody: what is told of a call is what it did, not what it could be done again with.
const toldCall = (call: CallRecord): ImportedCall => ({
  title: cut(call.title),
  tool: cut(call.tool),
  providerName: cut(call.provider_name),
  ...(call.account.label === undefined ? {} : { account: cut(call.account.label) }),
  ...(call.account.workspace === undefined ? {} : { workspace: cut(call.account.workspace) }),
  args: redactArguments(call.args, call.args_schema),
  outcome: outcomes[call.state],
  ...resultOf(call),
  startedAt: call.started_at,
  ...(call.ended_at === null ? {} : { endedAt: call.ended_at }),
})

const partOf = (part: StoredPart, calls: ReadonlyMap<string, CallRecord>): readonly FilePart[] => {
  switch (part.kind) {
    case 'text':
    case 'reasoning':
      return [{ kind: part.kind, text: part.text }]
    case 'tool-call': {
      const call = calls.get(part.id)
      return call === undefined ? [] : [{ kind: 'call', call: toldCall(call) }]
    }
    case 'imported-call':
      return [{ kind: 'call', call: part.call }]
    case 'failure': {
      const { code, subject, detail } = part.failure
      return [
        {
          kind: 'failure',
          code,
          ...(subject === undefined ? {} : { subject }),
          ...(detail === undefined ? {} : { detail }),
        },
      ]
    }
    case 'connections':
      return [
        {
          kind: 'connections',
          providers: part.connections.map(({ providerName }) => providerName).slice(0, mostNames),
        },
      ]
    case 'file':
      return [{ kind: 'file', name: part.name, mediaType: part.mediaType, size: part.size }]
  }
}

type Told = {
  readonly numbers: ReadonlyMap<string, number>
  readonly calls: ReadonlyMap<string, CallRecord>
}

const messageOf = (message: StoredMessage, { numbers, calls }: Told): FileMessage => ({
  after: numbers.get(message.parent_id) ?? null,
  shown: message.chosen === 1,
  role: message.role,
  status: message.status === 'streaming' ? 'stopped' : message.status,
  createdAt: message.created_at,
  imported: message.imported === 1,
  parts: message.parts.flatMap((part) => partOf(part, calls)),
})

/** A thread as a file holds it: every version of what was said. Undefined where the person has no such thread. */
export const exportedThread = ({ store, journal }: Needs, owner: Owner, threadId: string): ThreadFile | undefined => {
  const thread = store.thread(owner, threadId)
  if (thread === undefined) return undefined
  const messages = store.allMessages(owner, threadId)
  const ids = messages.map(({ id }) => id)
  const told = {
    numbers: new Map(ids.map((id, index) => [id, index])),
    calls: new Map(journal.ofMessages(owner, threadId, ids).map((call) => [call.id, call])),
  }
  return {
    ...threadFileHead,
    title: cut(thread.title),
    createdAt: thread.created_at,
    updatedAt: thread.updated_at,
    messages: messages.map((message) => messageOf(message, told)),
  }
}
