/** The sandbox's sample people and the things in their workspaces that the tests ask for. */
export const samples = {
  first: { name: 'Ada Lindqvist', workspace: 'Northwind Marketing' },
  second: { name: 'Ben Okafor', workspace: 'Northwind Studio' },
  create: "Create an item 'Q3 launch brief' on the Marketing board",
  reply: 'Reply to the latest conversation from lena.fischer@example.com that the refund is on its way',
  secondAsksForFirst: "Create an item 'Mine now' on the Marketing board",
  question: 'List my boards',
  answer: 'Marketing',
} as const
