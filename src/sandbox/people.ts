/** One of the two sample people. `identifier` is their `sub` at the issuer and their name in Scalekit's vault. */
export type SamplePerson = {
  readonly identifier: string
  readonly name: string
  readonly email: string
  readonly about: string
}

/** The first sample person: administers the sample workspaces and may do everything in them. */
export const ada: SamplePerson = {
  identifier: 'usr_ada',
  name: 'Ada Lindqvist',
  email: 'ada.lindqvist@northwind.example',
  about: 'Head of marketing at Northwind. Administrator: may read and change everything in her workspaces.',
}

/** The second sample person: works in another workspace, with fewer rights. */
export const ben: SamplePerson = {
  identifier: 'usr_ben',
  name: 'Ben Okafor',
  email: 'ben.okafor@northwind.example',
  about: 'Designer in the Studio workspace. Member: sees only Studio, and may not delete or reply to customers.',
}

/** The sample people, in the order in which the sign-in page shows them. */
export const people: readonly SamplePerson[] = [ada, ben]
