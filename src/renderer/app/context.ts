import type { Bridge } from '../../contract/bridge'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { Store } from '../state/store'

/** What actions work with. */
export type ActionContext = { readonly bridge: Bridge; readonly store: Store }

/** Says a failure that has no place of its own as an alert of the window. */
export const raiseAlert = ({ store }: ActionContext, failure: Failure): void => {
  store.dispatch({ type: 'alert-raised', id: crypto.randomUUID(), failure })
}

/** Waits for a reply and raises an alert when it is a failure; the value otherwise. */
export const orAlert = async <T>(
  context: ActionContext,
  reply: Promise<Result<T, Failure>>,
): Promise<T | undefined> => {
  const result = await reply
  if (result.ok) return result.value
  raiseAlert(context, result.failure)
  return undefined
}
