import { configurationVariables, type ConfigurationEntry } from '../../contract/settings'
import { findValues, type ConfigurationSources } from './configuration-sources'
import { isSecretVariable } from './configuration-variables'

// SECURITY: an address with a password in it is refused, and then shown as set, not as text.
const showable = (text: string): boolean => {
  if (!URL.canParse(text)) return true
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

/** What the Settings screen shows of the configuration: each variable, where it comes from, its text unless secret. */
export const describeConfiguration = (sources: ConfigurationSources): ConfigurationEntry[] => {
  const found = findValues(sources)
  return configurationVariables.map((variable) => {
    const value = found.get(variable)
    const secret = isSecretVariable(variable)
    return {
      variable,
      secret,
      source: value?.source ?? 'none',
      ...(value === undefined || secret || !showable(value.text) ? {} : { value: value.text }),
    }
  })
}
