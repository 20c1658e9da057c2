import { ownerOf } from '../../../src/main/identity/owner'
import { parseIdentifier } from '../../../src/main/identity/parse-identifier'
import type { Session } from '../../../src/main/identity/session'

const sessionOf = (name: string): Session => {
  const identifier = parseIdentifier({ sub: name }, 'sub')
  if (identifier === null) throw new Error('not an identifier')
  return { identifier, owner: ownerOf('https://issuer.example', identifier), person: { name } }
}

/** A signed-in person. */
export const ada = sessionOf('ada')
/** Another one. */
export const grace = sessionOf('grace')
