/** The outcome of a step that is expected to fail sometimes: a value, never a throw. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F }

/** Wraps a value as a success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** Wraps a failure. */
export const err = <F>(failure: F): { readonly ok: false; readonly failure: F } => ({ ok: false, failure })
