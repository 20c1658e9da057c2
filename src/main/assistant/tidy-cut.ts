/** From a character of a text up to another one. */
export type Span = readonly [number, number]

/** A piece of a text, where it was (`kept`), and by how much positions in it moved (`shift`). */
export type Cut = { readonly passage: string; readonly kept: Span; readonly shift: number }

const ellipsis = '…'
const sentenceEnd = /[.!?。！？؟।\n]\s*/gu

const notInsidePair = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at + 1 : at

const beginning = (text: string, from: number, to: number): number => {
  if (from <= 0) return 0
  const before = text.slice(from, to)
  const [sentence] = before.matchAll(sentenceEnd)
  if (sentence !== undefined) return from + sentence.index + sentence[0].length
  const space = before.search(/\s\S/)
  return space < 0 ? notInsidePair(text, from) : from + space + 1
}

const ending = (text: string, from: number, to: number): number => {
  if (to >= text.length) return text.length
  const after = text.slice(from, to)
  const sentence = [...after.matchAll(sentenceEnd)].at(-1)
  if (sentence !== undefined) return from + sentence.index + sentence[0].trimEnd().length
  const space = after.search(/\s\S*$/)
  return space < 0 ? Math.min(text.length, notInsidePair(text, to)) : from + space
}

/** Cuts about `room` characters around a span out of a text, at the borders of sentences or else of words. */
export const tidyCut = (text: string, [start, end]: Span, room: number): Cut => {
  if (text.length <= room) return { passage: text, kept: [0, text.length], shift: 0 }
  const spare = Math.max(0, room - (end - start))
  const left = Math.max(0, Math.min(start - Math.floor(spare / 2), text.length - room))
  const from = beginning(text, left, start)
  const to = ending(text, end, Math.min(text.length, Math.max(end, from + room)))
  const lead = from > 0 ? ellipsis : ''
  const passage = `${lead}${text.slice(from, to)}${to < text.length ? ellipsis : ''}`
  return { passage, kept: [from, to], shift: lead.length - from }
}
