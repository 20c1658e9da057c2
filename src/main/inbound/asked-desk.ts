import type { SessionState } from '../../contract/app-state'
import type { Asked } from '../../contract/asked'
import type { Failure } from '../../contract/failure'
import { failure } from '../platform/failures'

/** Where a text that a link brought waits until a window takes it. In memory only. */
export type AskedDesk = {
  readonly offer: (asked: Asked) => void
  /** Hands it over, once, and to nobody before somebody is signed in. */
  readonly take: () => Asked | null
}

/** Who hears of it. */
export type AskedDeskPorts = {
  readonly session: () => SessionState
  readonly onSession: (listener: () => void) => void
  readonly showQuickAsk: () => void
  readonly tellQuickAsk: () => void
  readonly openChat: () => void
  readonly notice: (failure: Failure) => void
  readonly takeBack: (code: Failure['code']) => void
}

/**
 * Makes the desk. One text waits at a time: a newer link's takes the place of one that nobody has seen. While nobody
 * is signed in the chat window says that it waits.
 */
export const createAskedDesk = (ports: AskedDeskPorts): AskedDesk => {
  let waiting: Asked | null = null
  let said = false
  const look = (): void => {
    if (waiting === null) return
    const { kind } = ports.session()
    if (kind === 'signed-in') {
      ports.takeBack('ask-waits')
      ports.showQuickAsk()
      ports.tellQuickAsk()
    } else if (kind === 'signed-out' && !said) {
      said = true
      ports.openChat()
      ports.notice(failure('ask-waits'))
    }
  }
  ports.onSession(look)
  return {
    offer: (asked) => {
      waiting = asked
      said = false
      look()
    },
    take: () => {
      if (ports.session().kind !== 'signed-in') return null
      const taken = waiting
      waiting = null
      return taken
    },
  }
}
