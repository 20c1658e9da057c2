import type { AppState, Mode, Notice, SessionState } from '../../contract/app-state'
import type { Failure } from '../../contract/failure'
import type { Preferences } from '../../contract/settings'
import type { ShortcutState } from '../platform/shortcut'

/** What the windows know about the app itself, gathered from those who know it. */
export type AppStateStore = {
  /** The state as soon as it is known how the app is set up. */
  readonly whenKnown: () => Promise<AppState>
  readonly setMode: (mode: Mode) => void
  readonly setSession: (session: SessionState) => void
  readonly setAssistantReady: (ready: boolean) => void
  readonly setLocale: (locale: string) => void
  readonly setShortcut: (shortcut: ShortcutState) => void
  readonly setPreferences: (preferences: Preferences) => void
  /** Hears the preferences now and whenever they are others. */
  readonly followPreferences: (listener: (preferences: Preferences) => void) => void
  /** Shows a banner; the same failure is not shown twice. */
  readonly notice: (failure: Failure, tone?: Notice['tone']) => void
  readonly dismiss: (id: string) => void
  /** Takes back a banner that is no longer true. */
  readonly takeBack: (code: Failure['code']) => void
  /** Takes back what was said to the person who leaves; what is wrong with this computer's files stays. */
  readonly forgetPersonal: () => void
  readonly findNotice: (id: string) => Notice | undefined
  readonly session: () => SessionState
  /** Called whenever the session is another one. */
  readonly onSession: (listener: () => void) => void
}

/** What a new store starts from, and who hears of changes. */
export type AppStateOptions = {
  readonly version: string
  readonly locale: string
  readonly preferences: Preferences
  readonly shortcut: ShortcutState
  readonly newId: () => string
  readonly onChange: (state: AppState) => void
}

const isSame = (a: Failure, b: Failure): boolean =>
  a.code === b.code && a.subject === b.subject && a.detail === b.detail

type Holder = { readonly read: () => Omit<AppState, 'mode'>; readonly change: (next: Partial<AppState>) => void }

const noticeChanges = (
  { read, change }: Holder,
  newId: () => string,
): Pick<AppStateStore, 'notice' | 'dismiss' | 'takeBack' | 'forgetPersonal' | 'findNotice'> => ({
  notice: (failure, tone = 'problem') => {
    const { notices } = read()
    if (notices.some((shown) => isSame(shown.failure, failure))) return
    // News replaces older news of its kind.
    const others = tone === 'info' ? notices.filter((one) => one.failure.code !== failure.code) : notices
    change({ notices: [...others, { id: newId(), tone, failure }] })
  },
  dismiss: (id) => {
    change({ notices: read().notices.filter((shown) => shown.id !== id) })
  },
  takeBack: (code) => {
    const notices = read().notices.filter((shown) => shown.failure.code !== code)
    if (notices.length !== read().notices.length) change({ notices })
  },
  forgetPersonal: () => {
    change({ notices: read().notices.filter((shown) => shown.failure.action.kind === 'show-file') })
  },
  findNotice: (id) => read().notices.find((shown) => shown.id === id),
})

const preferenceChanges = ({ read, change }: Holder): Pick<AppStateStore, 'setPreferences' | 'followPreferences'> => {
  const followers = new Set<(preferences: Preferences) => void>()
  return {
    setPreferences: (preferences) => {
      change({ preferences })
      for (const follow of followers) follow(preferences)
    },
    followPreferences: (listener) => {
      followers.add(listener)
      listener(read().preferences)
    },
  }
}

/** Makes the store. Nothing is told before the mode is known. */
export const createAppStateStore = ({
  version,
  locale,
  preferences: atFirst,
  shortcut,
  newId,
  onChange,
}: AppStateOptions): AppStateStore => {
  let mode: Mode | undefined
  let rest: Omit<AppState, 'mode'> = {
    version,
    locale,
    session: { kind: 'restoring' },
    assistantReady: false,
    preferences: atFirst,
    quickAskShortcut: shortcut,
    notices: [],
  }
  let known: (state: AppState) => void = () => undefined
  const followers = new Set<() => void>()
  const first = new Promise<AppState>((resolve) => {
    known = resolve
  })
  const change = (next: Partial<AppState>): void => {
    mode = next.mode ?? mode
    rest = { ...rest, ...next }
    if (mode === undefined) return
    const state = { ...rest, mode }
    known(state)
    onChange(state)
  }
  return {
    whenKnown: async () => (mode === undefined ? await first : { ...rest, mode }),
    setMode: (next) => {
      change({ mode: next })
    },
    setSession: (session) => {
      change({ session })
      for (const follow of followers) follow()
    },
    setAssistantReady: (assistantReady) => {
      change({ assistantReady })
    },
    setLocale: (next) => {
      change({ locale: next })
    },
    setShortcut: (quickAskShortcut) => {
      change({ quickAskShortcut })
    },
    ...preferenceChanges({ read: () => rest, change }),
    ...noticeChanges({ read: () => rest, change }, newId),
    session: () => rest.session,
    onSession: (listener) => {
      followers.add(listener)
    },
  }
}
