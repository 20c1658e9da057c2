import { configurationVariables, type ConfigurationVariable } from '../../contract/settings'

/** Where values come from, the first that has one wins: environment, `.env` file, Settings. */
export type ConfigurationSources = {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly dotenv: Readonly<Record<string, string | undefined>>
  readonly stored: Readonly<Partial<Record<ConfigurationVariable, string | undefined>>>
}

/** One variable's text and where it was found. */
type FoundValue = { readonly source: 'environment' | 'dotenv' | 'settings'; readonly text: string }

/** The variables that are set. Blank ones count as unset. */
export type FoundValues = ReadonlyMap<ConfigurationVariable, FoundValue>

/** Finds each variable in the first source that has it. */
export const findValues = (sources: ConfigurationSources): FoundValues => {
  const inOrder = [
    ['environment', sources.environment],
    ['dotenv', sources.dotenv],
    ['settings', sources.stored],
  ] as const
  const found = new Map<ConfigurationVariable, FoundValue>()
  for (const variable of configurationVariables) {
    for (const [source, values] of inOrder) {
      const text = values[variable]?.trim() ?? ''
      if (text !== '' && !found.has(variable)) found.set(variable, { source, text })
    }
  }
  return found
}
