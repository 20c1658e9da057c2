import { orAlert, type ActionContext } from './context'

/** What the person allowed from now on. */
export type GrantActions = {
  readonly loadGrants: () => Promise<void>
  readonly revokeGrant: (grantId: string) => Promise<void>
  readonly revokeGrants: () => Promise<void>
}

/** Makes the actions on standing permissions. What came of them is pushed, and read again. */
export const createGrantActions = (context: ActionContext): GrantActions => {
  const { bridge, store } = context
  const loadGrants = async (): Promise<void> => {
    const reply = await bridge.listGrants()
    if (reply.ok) store.dispatch({ type: 'grants', grants: reply.value })
  }
  return {
    loadGrants,
    revokeGrant: async (grantId) => {
      await orAlert(context, async () => await bridge.revokeGrant({ grantId }))
      await loadGrants()
    },
    revokeGrants: async () => {
      await orAlert(context, async () => await bridge.revokeGrants())
      await loadGrants()
    },
  }
}
