import type { BrowserWindow } from 'electron'
import {
  createChatWindow,
  createFurtherChatWindow,
  type ChatWindow,
  type HintStore,
  type WindowFiles,
} from './chat-window'

/** All chat windows. The first one stays for as long as the app runs; the others go when they are closed. */
export type ChatWindows = {
  readonly first: ChatWindow
  readonly all: () => readonly BrowserWindow[]
  /** The one that had the focus last. */
  readonly current: () => ChatWindow
  /** Opens one more, on a thread or on a new chat. */
  readonly openAnother: (threadId: string | null) => void
}

const addressOf = (page: string, threadId: string | null): string => {
  const address = new URL(page)
  // Behind the number sign: nothing that is served depends on it.
  if (threadId !== null) address.hash = new URLSearchParams({ thread: threadId }).toString()
  return address.href
}

/** Opens the first chat window, and keeps the others. */
export const openChatWindows = (files: () => WindowFiles, hints: HintStore, hidden: boolean): ChatWindows => {
  const first = createChatWindow(files(), hints, hidden)
  let open: readonly ChatWindow[] = [first]
  let last = first
  const follow = (one: ChatWindow): void => {
    one.window.on('focus', () => {
      last = one
    })
  }
  follow(first)
  return {
    first,
    all: () => open.map(({ window }) => window),
    current: () => last,
    openAnother: (threadId) => {
      const now = files()
      const other = createFurtherChatWindow({ ...now, page: addressOf(now.page, threadId) }, last.window)
      open = [...open, other]
      last = other
      other.window.on('closed', () => {
        open = open.filter((one) => one !== other)
        if (last === other) last = first
      })
      follow(other)
    },
  }
}
