import type { JsonObject } from '../../contract/json'
import { hidesCharacters } from '../../contract/plain/hidden-characters'
import { standsIn, saysString, type TellingString } from './telling-strings'
import { folded } from './text-tokens'
import { textsIn } from './texts-in'
import type { CatalogTool } from './tool-catalog'

/** A tool whose description may be behind a call, and what it says. */
export type SuspectTool = { readonly tool: CatalogTool; readonly texts: readonly string[] }

const inWords: ReadonlySet<string> = new Set(['description', 'title'])

const describedIn = (schema: JsonObject): readonly string[] =>
  textsIn(schema).flatMap(({ text, field }) => (inWords.has(field) ? [text] : []))

const wordsOf = ({ record }: CatalogTool): readonly string[] => [record.description, ...describedIn(record.inputSchema)]

/** What a description is held against: the call's own tool, and what is telling in its arguments. */
export type Suspicion = { readonly tool: CatalogTool; readonly telling: readonly TellingString[] }

/**
 * Tools whose descriptions may be behind a call. Every run has descriptions, so having read one means nothing; what
 * counts is that it hides something, sends on from a read to this very tool, or has something telling that the arguments have.
 */
export const suspectTools = (tools: readonly CatalogTool[], { tool, telling }: Suspicion): readonly SuspectTool[] =>
  tools.flatMap((described) => {
    const texts = wordsOf(described)
    const said = texts.map(folded)
    const sendsOn = described.risk === 'read' && said.some((text) => standsIn(text, folded(tool.record.name)) >= 0)
    const suspect = sendsOn || texts.some(hidesCharacters) || telling.some((string) => saysString(said, string))
    return suspect ? [{ tool: described, texts }] : []
  })
