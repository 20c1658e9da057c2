import { z } from 'zod'
import type { Identifier } from './identifier'

// Printable: no control, format, private-use or unassigned characters, no line or paragraph separators.
const printable = /^[^\p{C}\p{Zl}\p{Zp}]{1,256}$/u

const isIdentifier = (text: string): text is Identifier => printable.test(text)

const identifierSchema = z
  .union([z.string(), z.int().transform(String)])
  .transform((text) => text.trim())
  .refine(isIdentifier)

/**
 * Makes the identifier from the claim of a session that the issuer vouched for; null when it can't be one.
 * SECURITY: the only place where an identifier is made. Nothing from a link, a window or a model may come in here.
 */
export const parseIdentifier = (claims: Readonly<Record<string, unknown>>, claim: string): Identifier | null => {
  // SECURITY: an address that the issuer has not verified could be anybody's.
  if (claim === 'email' && claims['email_verified'] === false) return null
  const parsed = identifierSchema.safeParse(Object.hasOwn(claims, claim) ? claims[claim] : undefined)
  return parsed.success && isIdentifier(parsed.data) ? parsed.data : null
}
