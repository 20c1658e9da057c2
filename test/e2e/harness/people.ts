/** The people of the second stand-in: as the issuer knows them, and under the names that its vault uses. */
export const people = {
  first: { sub: 'noor', identifier: 'vault-name-of-noor', name: 'Noor Haddad', email: 'noor@harbour.example' },
  second: { sub: 'piet', identifier: 'vault-name-of-piet', name: 'Piet Visser', email: 'piet@harbour.example' },
} as const
