/** A request that the scripted model understands. */
export type DocumentedRequest = {
  readonly example: string
  readonly does: string
  readonly needs: 'Monday.com' | 'Intercom' | 'Monday.com and Intercom' | 'nothing'
}

/** Everything that the scripted model understands, as the first sample person would ask it. */
export const documentedRequests: readonly DocumentedRequest[] = [
  {
    example: 'Create an item ‘Q3 launch brief’ on the Marketing board',
    does: 'Finds the board, creates the item after approval',
    needs: 'Monday.com',
  },
  {
    example: 'Create items ‘Press kit’, ‘Launch video’ and ‘FAQ page’ on the Marketing board',
    does: 'Creates several items, each with its own approval',
    needs: 'Monday.com',
  },
  { example: 'List my boards', does: 'Lists the boards that the person can see', needs: 'Monday.com' },
  {
    example: 'What is on the Marketing board?',
    does: 'Reads the whole board, page by page, into a table; a board’s id works too',
    needs: 'Monday.com',
  },
  { example: 'Who am I in Monday.com?', does: 'Says whose Monday.com account is connected', needs: 'Monday.com' },
  { example: 'Search Monday.com for ‘launch’', does: 'Finds boards and items by their name', needs: 'Monday.com' },
  {
    example: 'Show the updates on ‘Launch teaser video’ on the Marketing board',
    does: 'Reads the comments on an item',
    needs: 'Monday.com',
  },
  {
    example: 'Add the update ‘Draft is ready for review’ to ‘Landing page copy’ on the Marketing board',
    does: 'Comments on an item after approval',
    needs: 'Monday.com',
  },
  {
    example: 'Set the status of ‘Autumn newsletter’ on the Marketing board to Done',
    does: 'Changes a column of an item after approval',
    needs: 'Monday.com',
  },
  {
    example: 'Move ‘Social media calendar’ on the Marketing board to the group This week',
    does: 'Moves an item to another group after approval',
    needs: 'Monday.com',
  },
  {
    example: 'Add a subitem ‘Book the studio’ to ‘Brand photo shoot’ on the Marketing board',
    does: 'Creates a subitem after approval',
    needs: 'Monday.com',
  },
  {
    example: 'Create a group ‘Ideas’ on the Marketing board',
    does: 'Creates a group after approval',
    needs: 'Monday.com',
  },
  { example: 'Create a board ‘Autumn fair’', does: 'Creates a board after approval', needs: 'Monday.com' },
  {
    example: 'Archive the item ‘Email template redesign’ on the Marketing board',
    does: 'Archives an item after approval',
    needs: 'Monday.com',
  },
  {
    example: 'Delete the item ‘Old blog clean-up’ on the Marketing board',
    does: 'Deletes an item after approval',
    needs: 'Monday.com',
  },
  {
    example: 'Reply to the latest conversation from lena.fischer@example.com that the refund is on its way',
    does: 'Finds the contact and the conversation, sends the reply after approval',
    needs: 'Intercom',
  },
  { example: 'Who am I in Intercom?', does: 'Says whose Intercom account is connected', needs: 'Intercom' },
  { example: 'Find the contact lena.fischer@example.com', does: 'Looks a contact up', needs: 'Intercom' },
  { example: 'Show the latest conversations', does: 'Lists the five that moved last', needs: 'Intercom' },
  {
    example: 'Summarise the latest conversation from lena.fischer@example.com',
    does: 'Reads a conversation and sums it up',
    needs: 'Intercom',
  },
  {
    example: 'Close the latest conversation from oliver.smith@example.com',
    does: 'Closes a conversation after approval',
    needs: 'Intercom',
  },
  {
    example: 'Create a contact Noor Haddad with the address noor.haddad@example.com',
    does: 'Creates a contact after approval',
    needs: 'Intercom',
  },
  {
    example: 'Add the note ‘Prefers to be called in the morning’ to the contact priya.nair@example.com',
    does: 'Writes a note on a contact after approval',
    needs: 'Intercom',
  },
  {
    example: 'Tag the contact lena.fischer@example.com as VIP',
    does: 'Tags a contact after approval',
    needs: 'Intercom',
  },
  {
    example: 'Create an item for the latest conversation from lena.fischer@example.com on the Marketing board',
    does: 'Reads in one app, creates in the other after approval',
    needs: 'Monday.com and Intercom',
  },
  {
    example: 'How many items are in each status on the Marketing board?',
    does: 'Reads the whole board in several steps, and counts',
    needs: 'Monday.com',
  },
  { example: 'List the contacts', does: 'Shows the first contacts, as cards in the step', needs: 'Intercom' },
  {
    example: 'Write a long text about lighthouses',
    does: 'Streams for about ten seconds: time to press Stop',
    needs: 'nothing',
  },
  { example: 'Show me what Markdown looks like', does: 'Shows headings, a table, a list and code', needs: 'nothing' },
  {
    example: 'What is in the attached file?',
    does: 'Says the columns and rows of an attached CSV file, or how an attached text begins',
    needs: 'nothing',
  },
  { example: 'What can you do?', does: 'Lists what it understands', needs: 'nothing' },
]
