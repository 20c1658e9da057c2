/** Something that a prompt leaves open. `preset` is what it suggests; an empty one says that it can stay empty. */
export type Variable = { readonly name: string; readonly preset: string | undefined }

const pattern = /\{\{[ \t]*(\p{L}[\p{L}\p{N} _-]{0,39}?)[ \t]*(?:=[ \t]*([^{}\n]{0,200}?)[ \t]*)?\}\}/gu

/** What tells variables apart: "Board" and "board" are asked for once. */
export const variableKey = (name: string): string => name.toLowerCase()

/** What a prompt leaves open, each once, in the order of the text; the first suggestion counts. */
export const variablesIn = (text: string): readonly Variable[] => {
  const found = new Map<string, Variable>()
  for (const [, name = '', preset] of text.matchAll(pattern)) {
    const known = found.get(variableKey(name))
    found.set(variableKey(name), { name: known?.name ?? name, preset: known?.preset ?? preset })
  }
  return [...found.values()]
}

/** The prompt with what was filled in, by key. A value is only text: what looks like a variable in it stays. */
export const fillVariables = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(pattern, (_whole, name: string) => values[variableKey(name)] ?? '')

/** The prompt without its suggestions. */
export const withoutPresets = (text: string): string => text.replace(pattern, (_whole, name: string) => `{{${name}}}`)

/** A text cut where its variables are: for showing them apart. */
export const piecesOfPrompt = (text: string): readonly { readonly text: string; readonly variable: boolean }[] => {
  const pieces: { readonly text: string; readonly variable: boolean }[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), variable: false })
    pieces.push({ text: match[1] ?? '', variable: true })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), variable: false })
  return pieces
}
