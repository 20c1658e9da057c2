/** What a desktop entry says about how to start the app. */
export type DesktopEntry = { readonly name: string; readonly command: readonly string[]; readonly scheme: string }

const needsQuotes = /[\s"'\\><~|&;$*?#()`]/

// Twice escaped: once as an argument, once as the value of a key.
// https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
const quoted = (argument: string): string => {
  const literal = argument.replaceAll('%', '%%')
  if (literal !== '' && !needsQuotes.test(literal)) return literal
  return `"${literal.replace(/["`$\\]/g, '\\$&')}"`.replaceAll('\\', '\\\\')
}

/** Writes a desktop entry that opens links of a scheme with the app: the link comes as one argument. */
export const desktopEntryText = ({ name, command, scheme }: DesktopEntry): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${[...command.map(quoted), '%u'].join(' ')}`,
    'Terminal=false',
    'NoDisplay=true',
    'StartupNotify=false',
    `MimeType=x-scheme-handler/${scheme};`,
    '',
  ].join('\n')
