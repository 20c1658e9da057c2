/** What can go wrong with an execution. */
export type FaultKind =
  | 'unavailable-after-write'
  | 'unavailable'
  | 'forbidden'
  | 'unauthorized'
  | 'expired'
  | 'scope-missing'
  | 'rate-limited'
  | 'internal'
  | 'hold-after-write'
  | 'drop-after-write'

/** A fault to come: the next executions of a tool ("*" is any) go wrong this way. */
export type Fault = { readonly tool: string; readonly kind: FaultKind; readonly times?: number }

/** Faults waiting for their tool to be called. */
export type Faults = {
  readonly add: (fault: Fault) => void
  readonly take: (tool: string) => FaultKind | undefined
  readonly clear: () => void
}

/** Keeps faults until they have happened often enough. */
export const createFaults = (): Faults => {
  const waiting: { readonly fault: Fault; left: number }[] = []
  return {
    add: (fault) => {
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    clear: () => {
      waiting.length = 0
    },
    take: (tool) => {
      const found = waiting.find(({ fault }) => fault.tool === tool || fault.tool === '*')
      if (found === undefined) return undefined
      found.left -= 1
      if (found.left <= 0) waiting.splice(waiting.indexOf(found), 1)
      return found.fault.kind
    },
  }
}
