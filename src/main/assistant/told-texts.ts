import type { Json, JsonObject } from '../../contract/json'
import type { CallRecord } from './call-record'
import { decodedTexts } from './decoded-text'
import { wholeAnswer } from './model-answer'
import { bringsOthersText } from './own-structure'
import { folded } from './text-tokens'
import { isId, isNumber, textsIn, type TextIn } from './texts-in'

/** A text that the model was told, as it stands or decoded. */
export type ToldText = { readonly text: string; readonly folded: string; readonly decoded: boolean }

/** What a call told the model. */
export type Told = {
  readonly call: Pick<CallRecord, 'id' | 'title' | 'provider_name' | 'state'>
  /** Whether other people may have written it. */
  readonly byOthers: boolean
  readonly texts: readonly ToldText[]
  /** Ids that the provider gave, folded. */
  readonly ids: ReadonlySet<string>
}

// Of an answer, what this app says itself; everything else came from outside.
const ownFields: ReadonlySet<string> = new Set([
  'error',
  'code',
  'note',
  'untrusted',
  'truncated',
  'pending',
  'declined',
  'stopped',
  'outcome',
])

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const toldBy = (call: CallRecord): readonly TextIn[] => {
  const answer = wholeAnswer(call)
  // Refused before anybody outside was asked: the words are ours.
  if (call.decision === 'refused' || !isObject(answer)) return []
  return Object.entries(answer).flatMap(([field, value]) => (ownFields.has(field) ? [] : textsIn({ [field]: value })))
}

/** A text as it was told, with what it says once it is decoded. */
export const asTold = (text: string): readonly ToldText[] => [
  { text, folded: folded(text), decoded: false },
  ...decodedTexts(text).map((decoded) => ({ text: decoded, folded: folded(decoded), decoded: true })),
]

/** What a call that is through told the model, from its row. */
export const toldOf = (call: CallRecord): Told => {
  const found = toldBy(call)
  const texts = found.filter((one) => !isNumber(one)).map(({ text }) => text)
  const approved = call.risk === 'read' ? [] : textsIn(call.args).map(({ text }) => text)
  const { id, title, provider_name, state } = call
  return {
    call: { id, title, provider_name, state },
    byOthers: bringsOthersText(call.tool, texts, approved),
    texts: texts.flatMap(asTold),
    ids: new Set(found.filter(isId).map(({ text }) => folded(text))),
  }
}
