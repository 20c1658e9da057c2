import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useMemo, useState, type RefObject } from 'react'
import type { Message } from '../../../contract/conversation'
import { estimatedHeight } from './estimated-height'
import { createRowKeyReader } from './row-keys'

/** A row that is there, and the height of the ones left out between it and the row before. */
export type MountedRow = { readonly index: number; readonly key: string; readonly leftOutPx: number }

type Rows = {
  readonly rows: readonly MountedRow[]
  /** The height of what is left out after the last row. */
  readonly leftOutPx: number
  /** For each row's element: its height is watched. */
  readonly measure: (row: HTMLElement | null) => void
}

type RowsNeeds = {
  readonly messages: readonly Message[]
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The end is being followed: the last rows are there wherever the scroller is. */
  readonly atEnd: boolean
  /** Messages whose rows stay, in sight or not. */
  readonly kept: readonly string[]
}

const moreRows = 6
const windowsAtEnd = 1.5

const firstAtEnd = (messages: readonly Message[]): number => {
  let index = messages.length
  for (let height = 0; index > 0 && height < windowsAtEnd * innerHeight; index -= 1) {
    const message = messages[index - 1]
    height += message === undefined ? 0 : estimatedHeight(message)
  }
  return index
}

const heightOf = (row: Element, entry: ResizeObserverEntry | undefined): number =>
  entry?.borderBoxSize[0]?.blockSize ?? row.getBoundingClientRect().height

// Rows stand in the page one after the other, so the browser's own scroll anchoring keeps what is read in its place,
// also in the middle of a wheel's turn. A second hand on the scroll bar would stop that turn.
const leaveToBrowser = (): void => undefined

const withGaps = (items: readonly { index: number; key: unknown; start: number; end: number }[]): MountedRow[] =>
  items.map(({ index, key, start }, at) => ({
    index,
    key: String(key),
    leftOutPx: start - (items[at - 1]?.end ?? 0),
  }))

/** Which rows of a conversation are in the page: the ones around what is in sight, and those that are kept. */
export const useRows = ({ messages, scroller, atEnd, kept }: RowsNeeds): Rows => {
  const [read] = useState(createRowKeyReader)
  const { keyOf, indexOf } = read(messages)
  const first = atEnd ? firstAtEnd(messages) : messages.length
  const always = useMemo(() => kept.map(indexOf).filter((index) => index !== undefined), [kept, indexOf])
  const rangeExtractor = useCallback(
    (range: Range): number[] => {
      const indexes = new Set([...defaultRangeExtractor(range), ...always])
      for (let index = first; index < range.count; index += 1) indexes.add(index)
      return [...indexes].sort((a, b) => a - b)
    },
    [first, always],
  )
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler, and values leave
  const virtual = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    estimateSize: (index) => {
      const message = messages[index]
      return message === undefined ? 0 : estimatedHeight(message)
    },
    measureElement: heightOf,
    rangeExtractor,
    overscan: moreRows,
    initialRect: { width: innerWidth, height: innerHeight },
    scrollToFn: leaveToBrowser,
    // What is read keeps its place when rows come before it; never by itself the end, which has rules of its own.
    anchorTo: 'end',
    scrollEndThreshold: -1,
  })
  const items = virtual.getVirtualItems()
  return {
    rows: withGaps(items),
    leftOutPx: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtual.measureElement,
  }
}
