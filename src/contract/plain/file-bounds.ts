/** What can be attached to a message: how large a file, how many, and how much in all, in bytes of UTF-8. */
export const fileBounds = { bytes: 256_000, files: 5, total: 600_000, name: 200 } as const

/** The kinds of files that can be attached, by how their names end. */
export const fileTypes = {
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  log: 'text/plain',
} as const

/** What kind of text a file holds. */
export type FileType = (typeof fileTypes)[keyof typeof fileTypes]

const isEnding = (ending: string): ending is keyof typeof fileTypes => Object.hasOwn(fileTypes, ending)

/** The kind of a file by its name; undefined when it can't be attached. */
export const fileTypeOf = (name: string): FileType | undefined => {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return isEnding(ending) ? fileTypes[ending] : undefined
}

/** Whether this is the name of a file and nothing else: no folders, no control characters. */
export const isPlainFileName = (name: string): boolean =>
  name.trim() !== '' && name.length <= fileBounds.name && !/[\p{Cc}\\/]/u.test(name)
