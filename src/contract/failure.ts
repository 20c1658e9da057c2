import { z } from 'zod'

/**
 * Every way in which something expected can go wrong. The renderer owns the sentence
 * and the button label of each code (`src/renderer/failure/failure-words.ts`), so that they can be translated.
 */
export const failureCodes = [
  'network-down',
  'issuer-unreachable',
  'issuer-refused',
  'sign-in-cancelled',
  'session-expired',
  'not-signed-in',
  'scalekit-unreachable',
  'scalekit-credentials',
  'scalekit-rate-limited',
  'scalekit-failed',
  'model-unreachable',
  'model-key',
  'model-rate-limited',
  'model-failed',
  'model-missing',
  'connection-needed',
  'connection-expired',
  'connection-revoked',
  'connection-scope-missing',
  'connection-changed',
  'account-changed',
  'account-unconfirmed',
  'place-changed',
  'place-unchecked',
  'consent-denied',
  'tool-refused',
  'tool-rate-limited',
  'tool-failed',
  'tool-unknown',
  'tool-timeout',
  'tool-changed',
  'arguments-invalid',
  'arguments-refused',
  'outcome-unknown',
  'approval-gone',
  'changed-meanwhile',
  'not-grantable',
  'changed-since',
  'too-many-steps',
  'everything-stopped',
  'calls-repeated',
  'link-unknown',
  'link-malformed',
  'link-stale',
  'link-replayed',
  'link-other-person',
  'settings-unreadable',
  'database-unreadable',
  'keychain-unavailable',
  'not-saved',
  'shortcut-taken',
  'shortcut-wayland',
  'ask-waits',
  'scheme-unregistered',
  'browser-unavailable',
  'clock-wrong',
  'disk-low',
  'import-malformed',
  'import-newer',
  'import-too-large',
  'import-unreadable',
  'request-invalid',
  'not-found',
  'internal',
] as const

/** The code of a failure. */
export type FailureCode = (typeof failureCodes)[number]

/** What the one button beside a failure does. */
export const failureActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('retry') }),
  z.object({ kind: z.literal('sign-in') }),
  z.object({ kind: z.literal('connect'), connection: z.string() }),
  z.object({ kind: z.literal('reconnect'), connection: z.string() }),
  z.object({ kind: z.literal('read-back') }),
  z.object({ kind: z.literal('open-settings') }),
  z.object({ kind: z.literal('open-connections') }),
  z.object({ kind: z.literal('show-file'), path: z.string() }),
  z.object({ kind: z.literal('dismiss') }),
])

/** What the one button beside a failure does. */
export type FailureAction = z.infer<typeof failureActionSchema>

/**
 * A failure as it crosses to the renderer: no stack, no secret, no identifier.
 * `subject` is what it happened to ("Monday.com", a host name, a file name);
 * `detail` is the other side's own words, untrusted, shown as plain text.
 * Of `everything-stopped` they are how many conversations were stopped, and how many changes were sent already.
 * Of `account-changed`, `account-unconfirmed`, `place-changed` and `place-unchecked` they are who or where it was, and
 * who or where it is now, as the provider names them.
 */
export const failureSchema = z.object({
  code: z.enum(failureCodes),
  subject: z.string().max(300).optional(),
  detail: z.string().max(2000).optional(),
  retryAfterSeconds: z.number().nonnegative().optional(),
  action: failureActionSchema,
})

/** A failure as it crosses to the renderer. */
export type Failure = z.infer<typeof failureSchema>
