import { systemClock, type Clock } from '../platform/clock'
import type { ScalekitSettings } from '../platform/configuration'
import { deleteAccount, ensureAccount, listAccounts } from './accounts'
import { authorizationLink, verifyAccountUser } from './authorization'
import { createEnvironmentCalls, type CallLimits } from './environment-calls'
import { listEnvironmentConnections } from './environment-connections'
import { executeTool } from './execute'
import type { Scalekit } from './port'
import { listScopedTools } from './scoped-tools'

/** Options of `createDirectScalekit`. `limits` are milliseconds. */
export type DirectScalekitOptions = {
  readonly settings: ScalekitSettings
  readonly clock?: Pick<Clock, 'now'>
  readonly limits?: Partial<CallLimits>
}

const defaultLimits: CallLimits = { connectMs: 10_000, tokenMs: 15_000, callMs: 20_000 }

/**
 * Scalekit with the environment's own credentials held in this process: for developers and single-person set-ups.
 * One per process; it keeps one token and one connection. Nothing is sent until the first call.
 */
export const createDirectScalekit = ({ settings, clock = systemClock, limits }: DirectScalekitOptions): Scalekit => {
  const calls = createEnvironmentCalls({ settings, clock, limits: { ...defaultLimits, ...limits } })
  return {
    warm: calls.warm,
    listConnections: listEnvironmentConnections(calls),
    listAccounts: listAccounts(calls),
    ensureAccount: ensureAccount(calls),
    authorizationLink: authorizationLink(calls),
    verifyAccountUser: verifyAccountUser(calls),
    deleteAccount: deleteAccount(calls),
    listTools: listScopedTools(calls),
    execute: executeTool(calls),
    reset: calls.reset,
  }
}
