/** What can be made to happen to the next execution, to see what the app does about it. */
export const faultKinds = ['rate-limit', 'lost-answer'] as const

/** One of the faults. `lost-answer`: the tool runs, but its answer never arrives. */
type FaultKind = (typeof faultKinds)[number]

/** Faults that wait for the next execution; each happens once. */
export type Faults = {
  readonly add: (fault: FaultKind) => void
  readonly take: () => FaultKind | undefined
}

/** Makes an empty queue of faults. */
export const createFaults = (): Faults => {
  const waiting: FaultKind[] = []
  return { add: (fault) => void waiting.push(fault), take: () => waiting.shift() }
}
