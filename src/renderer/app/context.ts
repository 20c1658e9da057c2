import type { Bridge } from '../../contract/bridge'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { Store } from '../state/store'

/** What actions work with. */
export type ActionContext = {
  readonly bridge: Bridge
  readonly store: Store
  /** How to try again what an alert is about, by the alert's id. */
  readonly retries: Map<string, () => void>
}

/** Says a failure that has no place of its own as an alert of the window. */
export const raiseAlert = ({ store, retries }: ActionContext, failure: Failure, again?: () => void): void => {
  const id = crypto.randomUUID()
  if (again !== undefined) retries.set(id, again)
  store.dispatch({ type: 'alert-raised', id, failure })
}

/** Asks main, and raises an alert when that fails. */
export const orAlert = async <T>(
  context: ActionContext,
  ask: () => Promise<Result<T, Failure>>,
): Promise<T | undefined> => {
  const result = await ask()
  if (result.ok) return result.value
  raiseAlert(context, result.failure, () => void orAlert(context, ask))
  return undefined
}
