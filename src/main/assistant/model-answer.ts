import type { Failure, FailureCode } from '../../contract/failure'
import type { Json } from '../../contract/json'
import { connectAccountTool } from '../../contract/plain/own-tools'
import type { CallRecord } from './call-record'
import { untrustedData } from './call-result'
import { visibleJson } from './visible-json'

// For the model, in its working language; what people read is the renderer's.
const sentences: Partial<Readonly<Record<FailureCode, string>>> = {
  'connection-needed': 'This account is not connected. The person has to connect it first.',
  'connection-expired': 'The connection to this account has expired. The person has to reconnect it.',
  'connection-revoked': 'Access to this account was revoked. The person has to reconnect it.',
  'connection-scope-missing': 'The connection lacks a permission that this needs. The person has to reconnect it.',
  'account-changed':
    'The person came back as another account of this provider, so it was not done. Ask what they want.',
  'tool-refused': 'The provider refused this: the person is not allowed to do it.',
  'tool-rate-limited': 'The provider is limiting how often it can be called. Try later.',
  'tool-failed': 'The provider could not do this.',
  'tool-unknown':
    'There is no tool of this name. Call only tools that are offered, by their exact names, or search for one.',
  'tool-timeout': 'The provider did not answer in time.',
  'tool-changed': 'This tool now expects other arguments. Nothing was sent.',
  'arguments-invalid': 'The arguments do not fit the schema of this tool.',
  'arguments-refused': 'The arguments do not fit the schema of this tool. Nothing was sent.',
  'calls-repeated': 'The same tool was called too often. Do something else or ask the person.',
  'network-down': 'This computer has no network.',
  'not-saved': 'This computer could not save the call, so it was not made.',
}

const failureAnswer = (problem: Failure): Json => ({
  error: sentences[problem.code] ?? 'This could not be done.',
  code: problem.code,
  ...(problem.detail === undefined ? {} : { detail: problem.detail, untrusted: true }),
})

/** A failure as the model is told of it. */
export const modelFailure = (problem: Failure): Json => visibleJson(failureAnswer(problem))

const foundByReading = 'The answer to this call was lost. Reading back showed that it was done.'

const connected: Json = { connected: true, note: 'The person connected it. Its tools can be called now.' }

const done = (call: CallRecord): Json => {
  if (call.tool === connectAccountTool) return connected
  const result = untrustedData(call.result ?? { value: null, truncated: false })
  const notes = [
    ...(call.decision === 'edited' ? ['The person changed the arguments before approving.'] : []),
    ...(call.read_back === 'found' ? [foundByReading] : []),
    ...(call.read_back === 'told-done' ? [personsWord['told-done']] : []),
    ...(call.undoes === null
      ? []
      : [`The person asked for this themselves: it took back the earlier call ${call.undoes}.`]),
  ]
  return notes.length === 0 ? result : { ...result, note: notes.join(' ') }
}

const personsWord = {
  'told-done': 'The answer was lost. The person says that it was done.',
  'told-not-done': 'The answer was lost. The person says that it was not done. Do not repeat it by yourself.',
} as const

const unknown = (call: CallRecord): Json => ({
  outcome: 'unknown',
  note:
    call.read_back === 'not-found'
      ? 'The answer was lost. Reading back did not find it so far: it may or may not have been done.'
      : 'The answer was lost: it may or may not have been done. Say so, and do not repeat it.',
})

/** What there is to tell of a call, word for word: what came back, or where it stands. */
export const wholeAnswer = (call: CallRecord): Json => {
  switch (call.state) {
    case 'done':
      return done(call)
    case 'failed':
      if (call.read_back === 'told-not-done') return { error: personsWord['told-not-done'] }
      return call.failure === null ? { error: 'This could not be done.' } : failureAnswer(call.failure)
    case 'unknown':
      return unknown(call)
    case 'declined':
      return { declined: true, note: 'The person declined this call. It was not done. Do not repeat it.' }
    case 'withdrawn':
    case 'stopped':
      return { stopped: true, note: 'This was stopped before it was through.' }
    case 'pending':
      return { pending: true, note: 'This is waiting for the person to approve it. It is not done.' }
    case 'running':
    case 'claimed':
    case 'sent':
      return { pending: true, note: 'This is being done right now. What came of it is not known yet.' }
  }
}

/** What the model is told of a call, with nothing hidden in it. */
export const modelAnswer = (call: CallRecord): Json => visibleJson(wholeAnswer(call))
