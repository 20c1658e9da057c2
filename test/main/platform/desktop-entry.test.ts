import { describe, expect, it } from 'vitest'
import { autostartEntryText, desktopEntryText, isAutostartEnabled } from '../../../src/main/platform/desktop-entry'

const execLine = (...command: readonly string[]) =>
  desktopEntryText({ name: 'Onbehalf', command, scheme: 'onbehalf' })
    .split('\n')
    .find((line) => line.startsWith('Exec='))

describe('the desktop entry', () => {
  it('opens links of the scheme with the given command', () => {
    const text = desktopEntryText({ name: 'Onbehalf', command: ['/opt/onbehalf/onbehalf'], scheme: 'onbehalf' })
    expect(text).toContain('MimeType=x-scheme-handler/onbehalf;\n')
    expect(text).toContain('Exec=/opt/onbehalf/onbehalf %u\n')
  })

  it('keeps an argument with spaces in one piece', () => {
    expect(execLine('/opt/my apps/electron', '--user-data-dir=/home/ada/my data')).toBe(
      'Exec="/opt/my apps/electron" "--user-data-dir=/home/ada/my data" %u',
    )
  })

  it('escapes what the shell and the format would read otherwise', () => {
    expect(execLine('/opt/50%/a"b$c`d\\e')).toBe('Exec="/opt/50%%/a\\\\"b\\\\$c\\\\`d\\\\\\\\e" %u')
  })
})

describe('the autostart entry', () => {
  const text = autostartEntryText({
    name: 'Onbehalf',
    command: ['/opt/my apps/onbehalf', '--user-data-dir=/a b', '--hidden'],
  })

  it('starts the given command with its arguments in one piece each', () => {
    expect(text).toContain('Exec="/opt/my apps/onbehalf" "--user-data-dir=/a b" --hidden\n')
    expect(isAutostartEnabled(text)).toBe(true)
  })

  it.each(['Hidden=true', 'Hidden = true', 'X-GNOME-Autostart-enabled=false'])('is off with %s', (line) => {
    expect(isAutostartEnabled(`${text}${line}\n`)).toBe(false)
  })
})
