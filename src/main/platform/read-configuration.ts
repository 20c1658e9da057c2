import type { z } from 'zod'
import { configurationProblems, type ConfigurationProblem, type ConfigurationVariable } from '../../contract/settings'
import type { Configuration, ModelSettings } from './configuration'
import { findValues, type ConfigurationSources, type FoundValues } from './configuration-sources'
import { allVariablesSchema, modelVariablesSchema } from './configuration-variables'
import { secret } from './secret'

// Any of these set means that somebody wants their own services, and then all of them are needed.
const required = [
  'SCALEKIT_ENV_URL',
  'SCALEKIT_CLIENT_ID',
  'SCALEKIT_CLIENT_SECRET',
  'ONBEHALF_ISSUER',
  'ONBEHALF_CLIENT_ID',
] as const satisfies readonly ConfigurationVariable[]

const missingFrom = (found: FoundValues): readonly ConfigurationVariable[] => {
  const missing = required.filter((variable) => !found.has(variable))
  return found.has('OPENAI_API_KEY') || found.has('OPENAI_BASE_URL') ? missing : [...missing, 'OPENAI_API_KEY']
}

const problemOf = ({ message }: z.core.$ZodIssue): ConfigurationProblem =>
  configurationProblems.find((problem) => problem === message) ?? 'unclear'

/** What is wrong with the values that are there; what is not there is missing, not wrong. */
const invalidAmong = (issues: readonly z.core.$ZodIssue[], set: Readonly<Record<string, string>>) =>
  issues
    .map((issue) => ({ variable: issue.path.join('.'), reason: problemOf(issue) }))
    .filter(({ variable }) => variable in set)

const modelOf = (values: z.output<typeof modelVariablesSchema>): ModelSettings | undefined => {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = values
  return key === undefined && baseUrl === undefined
    ? undefined
    : { apiKey: key === undefined ? undefined : secret(key), baseUrl, model }
}

const configuredWith = (values: z.output<typeof allVariablesSchema>, model: ModelSettings): Configuration => ({
  kind: 'configured',
  scalekit: {
    environmentUrl: values.SCALEKIT_ENV_URL,
    clientId: values.SCALEKIT_CLIENT_ID,
    clientSecret: secret(values.SCALEKIT_CLIENT_SECRET),
  },
  issuer: {
    issuer: values.ONBEHALF_ISSUER,
    clientId: values.ONBEHALF_CLIENT_ID,
    sessionUrl: values.ONBEHALF_SESSION_URL,
    identifierClaim: values.ONBEHALF_IDENTIFIER_CLAIM,
    redirect: values.ONBEHALF_REDIRECT,
  },
  verifyUrl: values.ONBEHALF_VERIFY_URL,
  model,
})

/**
 * Decides how the app is set up. Nothing of Scalekit's or the issuer's: the sandbox. Everything: configured.
 * Anything between, or a value that can't be understood: incomplete, with what to mend, never a half-working app.
 */
export const readConfiguration = (sources: ConfigurationSources): Configuration => {
  const found = findValues(sources)
  const set = Object.fromEntries([...found].map(([variable, value]) => [variable, value.text]))
  if (!required.some((variable) => found.has(variable))) {
    const parsed = modelVariablesSchema.safeParse(set)
    return parsed.success
      ? { kind: 'sandbox', model: modelOf(parsed.data) }
      : { kind: 'incomplete', missing: [], invalid: invalidAmong(parsed.error.issues, set) }
  }
  const parsed = allVariablesSchema.safeParse(set)
  const model = parsed.success ? modelOf(parsed.data) : undefined
  if (parsed.success && model !== undefined) return configuredWith(parsed.data, model)
  const invalid = parsed.success ? [] : invalidAmong(parsed.error.issues, set)
  return { kind: 'incomplete', missing: missingFrom(found), invalid }
}
