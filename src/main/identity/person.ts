import { z } from 'zod'
import type { Person } from '../../contract/app-state'

const longestName = 200

const line = z
  .string()
  .transform((text) =>
    text
      .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, longestName),
  )
  .transform((text) => (text === '' ? undefined : text))
  .optional()
  .catch(undefined)

const claimsSchema = z.object({
  name: line,
  given_name: line,
  family_name: line,
  preferred_username: line,
  email: line,
})

/** How the issuer names the person, from what it says about them; "You" when it says nothing. */
export const personOf = (claims: Readonly<Record<string, unknown>>): Person => {
  const { name, given_name: given, family_name: family, preferred_username: user, email } = claimsSchema.parse(claims)
  const full = [given, family].filter((part) => part !== undefined).join(' ')
  const shown = name ?? (full === '' ? undefined : full) ?? user ?? email ?? 'You'
  return email === undefined ? { name: shown } : { name: shown, email }
}
