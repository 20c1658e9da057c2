/** The sandbox's sample people and the things in their workspaces that the tests ask for. */
export const samples = {
  first: { name: 'Ada', workspace: 'Northwind' },
  second: { name: 'Ben', workspace: 'Southwind' },
  contact: 'contact@example.com',
  secondAsksForFirst: "Create an item 'Mine now' on the Marketing board",
  question: 'Which boards are there?',
  answer: 'Marketing',
} as const
