import { describe, expect, it } from 'vitest'
import { desktopEntryText } from '../../../src/main/platform/desktop-entry'

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
