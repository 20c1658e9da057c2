import type { JsonObject } from '../../contract/json'
import type { Copied, ThirdParty } from '../../contract/trust'
import type { Owner } from '../identity/identifier'
import type { FileStore } from './attachments/file-store'
import { toldFiles } from './attachments/told-files'
import { suspectTools } from './described-tools'
import type { Journal, ToldCall } from './journal'
import { mostMessages } from './history'
import { ownStructureTools } from './own-structure'
import { nearestPassage, needlesOf, type Passage } from './nearest-passage'
import { saysString, tellingStrings, type TellingString } from './telling-strings'
import { folded, tokensOf } from './text-tokens'
import { textsIn } from './texts-in'
import type { ThreadStore } from './thread-store'
import { tidyCut } from './tidy-cut'
import { asTold, toldOf, type Told, type ToldText } from './told-texts'
import type { CatalogTool } from './tool-catalog'
import { importedTexts } from './transfer/told-import'

/** A call as the model makes it, among the tools it could choose from. */
export type AskedCall = {
  readonly threadId: string
  readonly args: JsonObject
  readonly tool: CatalogTool
  readonly tools: readonly CatalogTool[]
}

/** Text by other people that reached the model in a thread. */
export type ThirdPartyText = {
  /** What the model had read by others before this call; null: nothing. */
  readonly before: (owner: Owner, call: AskedCall) => ThirdParty | null
}

type Needs = {
  readonly journal: Journal
  readonly store: ThreadStore
  readonly files: Pick<FileStore, 'texts'>
}

type Source = Pick<ThirdParty, 'source' | 'title' | 'providerName'> & {
  readonly callId?: string
  readonly texts: readonly ToldText[]
}

// As much as a thread can hold that the model is still given, and then some.
const mostCompared = 3_000_000
const mostRemembered = 200

const createMemory = ({ journal }: Needs): ((owner: Owner, call: ToldCall) => Told | undefined) => {
  const known = new Map<string, Told>()
  return (owner, { id, state, read_back, ended_at }) => {
    const key = JSON.stringify([owner, id, state, read_back, ended_at])
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const call = journal.find(owner, id)
    if (call === undefined) return undefined
    const told = toldOf(call)
    // A read that is still running will say something, and what is not known yet is by others.
    if (state === 'running') return { ...told, byOthers: call.risk === 'read' && !ownStructureTools.has(call.tool) }
    known.set(key, told)
    for (const oldest of known.keys()) {
      if (known.size <= mostRemembered) break
      known.delete(oldest)
    }
    return told
  }
}

const withinReason = <T extends Pick<Told, 'texts'>>(all: readonly T[]): readonly T[] => {
  let left = mostCompared
  return all.filter(({ texts }) => {
    const fits = left > 0
    left -= texts.reduce((sum, { text }) => sum + text.length, 0)
    return fits
  })
}

const sourceOf = ({ call, texts }: Told): Source => ({
  source: call.state === 'failed' ? 'failure' : 'result',
  callId: call.id,
  title: call.title,
  providerName: call.provider_name,
  texts,
})

const described = (asked: AskedCall, telling: readonly TellingString[]): readonly Source[] =>
  suspectTools(asked.tools, { tool: asked.tool, telling }).map(({ tool, texts }) => ({
    source: 'description',
    title: tool.title,
    providerName: tool.providerName,
    texts: texts.flatMap(asTold),
  }))

// Whoever attached it: what it says was written by somebody.
const attached = ({ store, files }: Needs, owner: Owner, threadId: string): readonly Source[] =>
  toldFiles(files, owner, store.messages(owner, threadId, { before: Number.MAX_SAFE_INTEGER, limit: mostMessages }))
    .filter(({ text }) => text.trim() !== '')
    .toReversed()
    .map(({ name, text }) => ({ source: 'file', title: name, providerName: '', texts: asTold(text) }))

// For as long as the thread is there, whichever of its messages are shown and told.
const imported = ({ store }: Needs, owner: Owner, threadId: string): readonly Source[] => {
  const thread = store.thread(owner, threadId)
  if (thread === undefined || thread.imported_at === null) return []
  const texts = importedTexts(store.importedMessages(owner, threadId, mostMessages)).toReversed()
  return [{ source: 'import', title: thread.title, providerName: '', texts: texts.flatMap(asTold) }]
}

const wordsOfPerson = ({ store }: Needs, owner: Owner, threadId: string): readonly string[] =>
  store
    .messages(owner, threadId, { before: Number.MAX_SAFE_INTEGER, limit: mostMessages })
    .filter((message) => message.role === 'user' && message.imported === 0)
    .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])))

const fewestCopiedWords = 10
const longestCopied = 200

const copiedWords = ({ passage, marks }: Passage): readonly Copied[] =>
  marks
    .map(([start, end]) => passage.slice(start, end))
    .filter((text) => tokensOf(text).length >= fewestCopiedWords)
    .slice(0, 1)
    .map((text) => ({ kind: 'words', value: text.slice(0, longestCopied) }))

type Search = { readonly sources: readonly Source[]; readonly args: readonly string[]; readonly own: readonly string[] }
type Found = Pick<ThirdParty, 'passage' | 'marks' | 'decoded' | 'copied'> & { readonly source: Source | undefined }

const mostCopied = 5
const fewestWords = 3

const longestText = (source: Source | undefined): string =>
  (source?.texts ?? []).reduce(
    (longest, { text, decoded }) => (!decoded && text.length > longest.length ? text : longest),
    '',
  )

const latest = (sources: readonly Source[], copied: readonly Copied[]): Found => {
  const source = sources.find(({ texts }) => texts.length > 0) ?? sources[0]
  const { passage } = tidyCut(longestText(source), [0, 0], 300)
  return { source, passage, marks: [], decoded: false, copied: [...copied] }
}

const search = ({ sources, args, own }: Search, telling: readonly TellingString[]): Found => {
  const all = sources.flatMap((source) => source.texts.map((told) => ({ source, told })))
  const copied = telling.filter((string) => all.some(({ told }) => saysString([told.folded], string)))
  const value = copied
    .slice(0, mostCopied)
    .map(({ kind, value }): Copied => ({ kind, value: value.slice(0, longestCopied) }))
  // What was copied shows best where the text has most of it.
  const hasCopied = ({ told }: (typeof all)[number]): boolean =>
    copied.some((string) => saysString([told.folded], string))
  // A bare id or name among the arguments is nothing to read: a passage has words.
  const hasWords = ({ told }: (typeof all)[number]): boolean => tokensOf(told.text).length >= fewestWords
  const compared = all.filter(copied.length === 0 ? hasWords : hasCopied)
  const nearest = nearestPassage(
    compared.map(({ told }) => told.text),
    needlesOf(args, copied.length === 0 ? own : []),
  )
  const where = nearest && compared[nearest.text]
  if (nearest === undefined || where === undefined) return latest(sources, value)
  return {
    source: where.source,
    passage: nearest.passage,
    marks: nearest.marks.map(([start, end]): [number, number] => [start, end]),
    decoded: where.told.decoded,
    copied: [...value, ...(value.length === 0 ? copiedWords(nearest) : [])],
  }
}

/** Makes the watch over text by other people. */
export const createThirdPartyText = (needs: Needs): ThirdPartyText => {
  const toldBy = createMemory(needs)
  const before: ThirdPartyText['before'] = (owner, asked) => {
    const told = withinReason(needs.journal.told(owner, asked.threadId).flatMap((call) => toldBy(owner, call) ?? []))
    const typed = wordsOfPerson(needs, owner, asked.threadId)
    const args = textsIn(asked.args).map(({ text }) => text)
    const provided = new Set(told.flatMap(({ ids }) => [...ids]))
    const ownWords = [
      ...typed,
      ...told.flatMap(({ byOthers, texts }) => (byOthers ? [] : texts.map(({ text }) => text))),
    ]
    const ownFolded = ownWords.map(folded)
    const telling = tellingStrings(args).filter(
      (string) => !saysString(ownFolded, string) && !(string.kind === 'id' && provided.has(folded(string.value))),
    )
    const sources = [
      ...told.filter(({ byOthers }) => byOthers).map(sourceOf),
      ...withinReason(attached(needs, owner, asked.threadId)),
      ...withinReason(imported(needs, owner, asked.threadId)),
      ...described(asked, telling),
    ]
    if (sources.length === 0) return null
    const { source, ...found } = search({ sources, args, own: typed }, telling)
    if (source === undefined) return null
    const { texts: _texts, ...about } = source
    return { ...about, ...found }
  }
  return { before }
}
