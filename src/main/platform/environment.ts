/** The variables that this process was started with. */
export const environment: Readonly<Record<string, string | undefined>> = process.env

/** Tells libraries that look at the environment to stay off the network. Must run before any of them is loaded. */
export const silenceLibraries = (): void => {
  process.env['MASTRA_TELEMETRY_DISABLED'] = '1'
  process.env['MASTRA_OFFLINE'] = '1'
}
