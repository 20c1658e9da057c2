import type { Action } from './action'

/** The list of conversations as this window shows it. */
export type ThreadListState = {
  /** What is looked for; '' is the list itself. */
  readonly query: string
  /** It lists those that were put away. */
  readonly archived: boolean
  /** The conversation that is being given another name. */
  readonly renaming: string | null
  /** How often somebody went to the field of the search: each time it takes the focus. */
  readonly searching: number
  /** How often something was asked for that has to be seen: each time the list comes into sight. */
  readonly revealed: number
}

/** The list when a window opens. */
export const initialThreadList: ThreadListState = {
  query: '',
  archived: false,
  renaming: null,
  searching: 0,
  revealed: 0,
}

/** Keeps what the list of conversations shows. */
export const reduceThreadList = (list: ThreadListState, action: Action): ThreadListState => {
  const revealed = list.revealed + 1
  switch (action.type) {
    case 'list-searched':
      return { ...list, query: action.query }
    case 'list-search-asked':
      return { ...list, searching: list.searching + 1, revealed }
    case 'list-archive-shown':
      return { ...list, query: '', archived: action.shown, revealed }
    case 'renaming':
      return { ...list, query: '', archived: action.archived, renaming: action.threadId, revealed }
    case 'renamed':
      return { ...list, renaming: null }
    default:
      return list
  }
}
