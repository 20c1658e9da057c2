import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { asksForQuickAsk, commandLine, isForQuickAskAlone } from '../../../src/main/platform/start-arguments'

describe('a start', () => {
  it('is for quick ask by its argument or its link, and by nothing that looks like them', () => {
    expect(asksForQuickAsk(['/opt/onbehalf', '--no-sandbox', '--quick-ask'])).toBe(true)
    expect(asksForQuickAsk(['/opt/onbehalf', '--quick-asking', '--x=--quick-ask'])).toBe(false)
    expect(isForQuickAskAlone(['/opt/onbehalf', '--quick-ask'])).toBe(true)
    expect(isForQuickAskAlone(['/opt/onbehalf', 'ONBEHALF://quick-ask/'])).toBe(true)
    expect(isForQuickAskAlone(['/opt/onbehalf', 'onbehalf://ask?text=a'])).toBe(false)
    expect(isForQuickAskAlone(['/opt/onbehalf'])).toBe(false)
  })
})

describe('a command line', () => {
  it('reads back as the arguments that it was made from', () => {
    const command = ['/opt/On behalf/onbehalf', "--user-data-dir=/home/ada's/$HOME `x`", '--quick-ask']
    const line = commandLine(command, 'linux')
    const seen = execFileSync('/bin/sh', ['-c', `for a in ${line}; do echo "$a"; done`], { encoding: 'utf8' })
    expect(seen.trimEnd().split('\n')).toEqual(command)
  })

  it('stays plain where nothing needs quotes', () => {
    expect(commandLine(['/opt/onbehalf', '--quick-ask'], 'linux')).toBe('/opt/onbehalf --quick-ask')
    expect(commandLine(['C:\\Program Files\\Onbehalf.exe', '--quick-ask'], 'win32')).toBe(
      '"C:\\Program Files\\Onbehalf.exe" --quick-ask',
    )
  })
})
