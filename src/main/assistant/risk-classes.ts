import type { Risk } from '../../contract/conversation'

/** Tool names of one provider by what they can do. */
export type RiskClasses = Readonly<Record<Risk, readonly string[]>>
