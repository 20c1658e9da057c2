import type { channels, pushes, Channel, PushChannel } from './channels'
import type { PushOf, Reply, RequestOf } from './methods'

type Call<C extends Channel> =
  RequestOf<C> extends null ? () => Promise<Reply<C>> : (request: RequestOf<C>) => Promise<Reply<C>>
type Listen<P extends PushChannel> = (listener: (payload: PushOf<P>) => void) => () => void

/** What the preload puts on `window.onbehalf`: one function for each capability, one for each push. */
export type Bridge = { readonly [K in keyof typeof channels]: Call<(typeof channels)[K]> } & {
  readonly on: { readonly [K in keyof typeof pushes]: Listen<(typeof pushes)[K]> }
  /** Which window this is. */
  readonly surface: 'chat' | 'quick-ask'
}
