/** Prompts to start with. `[board=Marketing]` is what is asked for on use, and what the sample data has. */
export const starters = {
  board: { name: 'See what is on a board', text: 'What is on the [board=Marketing] board?' },
  createItem: {
    name: 'Create an item',
    text: 'Create an item ‘[item=Q3 launch brief]’ on the [board=Marketing] board',
  },
  setStatus: {
    name: 'Set the status of an item',
    text: 'Set the status of ‘[item=Autumn newsletter]’ on the [board=Marketing] board to [status=Done]',
  },
  search: { name: 'Search Monday.com', text: 'Search Monday.com for ‘[words=launch]’' },
  latest: { name: 'See the latest conversations', text: 'Show the latest conversations' },
  summary: {
    name: 'Summarise a customer’s conversation',
    text: 'Summarise the latest conversation from [email=lena.fischer@example.com]',
  },
  reply: {
    name: 'Reply to a customer',
    text: 'Reply to the latest conversation from [email=lena.fischer@example.com] that [message=the refund is on its way]',
  },
  conversationToItem: {
    name: 'Turn a conversation into an item',
    text: 'Create an item for the latest conversation from [email=lena.fischer@example.com] on the [board=Marketing] board',
  },
  other: { name: 'Get to know {{provider}}', text: 'What can you do for me in {{provider}}?' },
  help: { name: 'See what can be asked', text: 'What can you do?' },
} as const
