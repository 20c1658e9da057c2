/** What shows quick ask when the app is started with it, cold or while it runs: for a desktop's own shortcuts. */
export const quickAskArgument = '--quick-ask'

/** Where a link leads that only shows quick ask. */
export const quickAskLink = 'onbehalf://quick-ask'

/** Whether a start asks for quick ask by its argument. */
export const asksForQuickAsk = (argv: readonly string[]): boolean => argv.includes(quickAskArgument)

/** Whether a first start is for quick ask alone, so that no other window has to come up. */
export const isForQuickAskAlone = (argv: readonly string[]): boolean =>
  asksForQuickAsk(argv) || argv.some((argument) => argument.toLowerCase().replace(/\/$/, '') === quickAskLink)

const isPlain = /^[\w@%+=:,./-]+$/

const quotedFor = (platform: NodeJS.Platform, argument: string): string => {
  if (isPlain.test(argument)) return argument
  return platform === 'win32' ? `"${argument}"` : `'${argument.replaceAll("'", String.raw`'\''`)}'`
}

/** A command as it is typed into a shell or a desktop's settings. */
export const commandLine = (command: readonly string[], platform: NodeJS.Platform = process.platform): string =>
  command.map((argument) => quotedFor(platform, argument)).join(' ')
