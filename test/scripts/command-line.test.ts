import { describe, expect, it } from 'vitest'
import { helpText, parseCommandLine } from '../../scripts/command-line.mjs'

describe('the command line of the bootstrap', () => {
  it('passes what follows a command on to it', () => {
    expect(parseCommandLine(['start', 'onbehalf://auth/callback?code=1', '--flag'])).toEqual({
      kind: 'command',
      name: 'start',
      rest: ['onbehalf://auth/callback?code=1', '--flag'],
    })
  })

  it('prints the executable for the flag alone', () => {
    expect(parseCommandLine(['--print-electron'])).toEqual({ kind: 'print-electron' })
    expect(parseCommandLine(['--print-electron', 'start'])).toEqual({ kind: 'help', asked: false })
  })

  it.each([[[]], [['tset']], [['toString']], [['--print']]])('answers %j with help, as a failure', (args) => {
    expect(parseCommandLine(args)).toEqual({ kind: 'help', asked: false })
  })

  it('answers --help with help, as a success that names every command', () => {
    expect(parseCommandLine(['--help'])).toEqual({ kind: 'help', asked: true })
    for (const name of ['start', 'test', 'check', 'build', 'bench', 'screenshots', '--print-electron']) {
      expect(helpText()).toContain(name)
    }
  })
})
