/** The ways in which a result can be shown. */
export type ResultKind = 'conversation' | 'cards' | 'chart' | 'table' | 'record' | 'json'

/** How the rows of a table are ordered. */
export type Sorting = { readonly column: string; readonly descending: boolean }

/** What a person chose for the results of a tool. Columns: those that differ from what is shown otherwise. */
export type ResultChoice = {
  readonly kind?: ResultKind
  readonly columns?: Readonly<Record<string, boolean>> | undefined
  readonly sorting?: Sorting | undefined
  readonly groupBy?: string
}
