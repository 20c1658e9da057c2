const longestTitle = 60

/** The title of a thread: what was said first, on one line, shortened at a word. */
export const threadTitle = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longestTitle) return line
  const word = line.lastIndexOf(' ', longestTitle - 1)
  return `${line.slice(0, word > longestTitle / 2 ? word : longestTitle - 1)}…`
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a tool is called on a card: its own title or name, without the provider in front. */
export const toolTitle = (tool: string, title: string, provider: string): string => {
  const words = (title === '' ? tool : title).replace(/[_\s]+/g, ' ').trim()
  const prefix = `${provider.toLowerCase()} `
  const rest = words.toLowerCase().startsWith(prefix) ? words.slice(prefix.length) : words
  const parts = rest.split(' ')
  // Monday.com's names end with the verb ("item create"): a person reads it first.
  const [last, ...others] = [parts.at(-1) ?? '', ...parts.slice(0, -1)]
  return trailingVerbs.has(last.toLowerCase()) && others.length > 0
    ? sentenceCase(`${last} ${others.join(' ')}`)
    : sentenceCase(rest)
}

const trailingVerbs: ReadonlySet<string> = new Set(
  `create delete archive update get list search duplicate add remove edit like unlike pin unpin clear set change invite
   activate deactivate`.split(/\s+/),
)
