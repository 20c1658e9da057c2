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

/** Writes a desktop entry that the desktop starts by itself at login. https://specifications.freedesktop.org/autostart-spec/latest/ */
export const autostartEntryText = ({ name, command }: Omit<DesktopEntry, 'scheme'>): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')

/** Whether an autostart entry is in force: desktops switch one off by a line in it. */
export const isAutostartEnabled = (text: string): boolean =>
  !/^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(text)

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
