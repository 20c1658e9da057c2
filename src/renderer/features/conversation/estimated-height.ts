import type { Message, Part } from '../../../contract/conversation'

const linePx = 25
const callPx = 44
const aroundPx = 40
const charactersPerLine = 80

const linesOf = (text: string): number => {
  let lines = 0
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from)
    const length = (end === -1 ? text.length : end) - from
    lines += Math.max(1, Math.ceil(length / charactersPerLine))
    from += length + 1
  }
  return lines
}

const heightOf = (part: Part): number => {
  if (part.kind === 'text') return linesOf(part.text) * linePx
  return part.kind === 'reasoning' ? linePx : callPx
}

/** About how many pixels a message takes that was not laid out yet: the better the guess, the calmer the scroll bar. */
export const estimatedHeight = ({ parts }: Message): number =>
  parts.reduce((sum, part) => sum + heightOf(part), aroundPx)
