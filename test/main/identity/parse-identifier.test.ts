import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIdentifier } from '../../../src/main/identity/parse-identifier'
import { personOf } from '../../../src/main/identity/person'

describe('an identifier', () => {
  it('is the claim, trimmed', () => {
    expect(parseIdentifier({ sub: 'usr_1', badge: ' A 1 ' }, 'sub')).toBe('usr_1')
    expect(parseIdentifier({ badge: ' A 1 ' }, 'badge')).toBe('A 1')
    expect(parseIdentifier({ id: 4711 }, 'id')).toBe('4711')
    expect(parseIdentifier({ email: 'ada@example.com', email_verified: true }, 'email')).toBe('ada@example.com')
    expect(parseIdentifier({ email: 'ada@example.com' }, 'email')).toBe('ada@example.com')
  })

  it.each([
    ['sub', {}],
    ['sub', { sub: '   ' }],
    ['sub', { sub: 'a'.repeat(257) }],
    ['sub', { sub: 'a\nb' }],
    ['sub', { sub: 'a\u202eb' }],
    ['sub', { sub: null }],
    ['sub', { sub: ['a'] }],
    ['sub', { sub: true }],
    ['id', { id: 0.5 }],
    ['constructor', {}],
    ['__proto__', {}],
    ['email', { email: 'boss@example.com', email_verified: false }],
  ])('is not made of %s in %o', (claim, claims) => {
    expect(parseIdentifier(claims, claim)).toBeNull()
  })

  it('is printable and of bounded length, whatever the claim holds', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const identifier = parseIdentifier({ sub: value }, 'sub')
        return identifier === null || /^[^\p{C}]{1,256}$/u.test(identifier)
      }),
    )
  })
})

describe('a person', () => {
  it.each([
    [
      { name: 'Ada', preferred_username: 'ada', email: 'a@b.example' },
      { name: 'Ada', email: 'a@b.example' },
    ],
    [{ given_name: 'Ada', family_name: 'King' }, { name: 'Ada King' }],
    [{ name: ' ', preferred_username: 'ada' }, { name: 'ada' }],
    [
      { name: 7, email: 'a@b.example' },
      { name: 'a@b.example', email: 'a@b.example' },
    ],
    [{ name: 'Ada\u202e\nKing' }, { name: 'Ada King' }],
    [{}, { name: 'You' }],
  ])('is named from %o', (claims, person) => {
    expect(personOf(claims)).toEqual(person)
  })
})
