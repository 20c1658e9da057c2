/** The commands that package.json's scripts call, with what each does. */
export const commands = {
  start: 'open the app (what follows is passed on to it)',
  test: 'everything: check, build, end to end, and once inside the OS sandbox',
  check: 'format, lint, types, layers, unused code, unit tests',
  build: 'build into out/',
  bench: 'measure against a bare Electron window',
  screenshots: 'take the screenshots of docs/screenshots again',
}

/**
 * Reads the arguments of bootstrap.mjs.
 * @param {string[]} args
 */
export const parseCommandLine = (args) => {
  const [first, ...rest] = args
  if (first === '--print-electron' && rest.length === 0) return { kind: 'print-electron' }
  if (first !== undefined && Object.hasOwn(commands, first)) return { kind: 'command', name: first, rest }
  return { kind: 'help', asked: first === '--help' || first === '-h' }
}

/** What the commands are, for a person. */
export const helpText = () =>
  [
    'node scripts/bootstrap.mjs COMMAND, after whatever set-up is missing:',
    ...Object.entries(commands).map(([name, purpose]) => `  ${name.padEnd(18)} ${purpose}`),
    '  --print-electron   print the path of the Electron executable and nothing else',
    '',
  ].join('\n')
