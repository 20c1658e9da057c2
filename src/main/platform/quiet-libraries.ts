/**
 * Keeps the agent library from calling home. It reads these while its modules load, so this comes before its import.
 */
export const keepLibrariesQuiet = (): void => {
  process.env['MASTRA_TELEMETRY_DISABLED'] = '1'
  process.env['MASTRA_OFFLINE'] = '1'
}
