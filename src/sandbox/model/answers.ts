import { documentedRequests } from './requests'

/** "What can you do?" */
export const helpAnswer = (): string => {
  const section = (title: string, needs: string): string => {
    const examples = documentedRequests
      .filter((request) => request.needs === needs)
      .map(({ example }) => `- ${example}`)
    return `### ${title}\n\n${examples.join('\n')}`
  }
  return [
    'I’m the sandbox’s scripted model: I understand a fixed set of requests, on sample data. For example:',
    section('Monday.com', 'Monday.com'),
    section('Intercom', 'Intercom'),
    section('Both', 'Monday.com and Intercom'),
    section('Neither', 'nothing'),
    'With a model of your own in Settings, you can ask for anything.',
  ].join('\n\n')
}

/** Says plainly that a request is not understood, and what is. */
export const unknownAnswer = (): string => {
  const examples = [0, 3, 15, 19].flatMap((index) => documentedRequests[index] ?? [])
  return `I can’t do that: I’m the sandbox’s scripted model and understand only a fixed set of requests. These work, for example:\n\n${examples.map(({ example }) => `- ${example}`).join('\n')}\n\nAsk “What can you do?” for all of them.`
}

/** "Show me what Markdown looks like" */
export const markdownAnswer = (): string => `# Heading one

A paragraph with **bold**, *italic*, \`code\` and a [link](https://example.com/).

## Heading two

1. First
2. Second
   - nested
   - list

> A quotation: what is approved is what runs, once.

| Tool | Reads | Writes |
| --- | :---: | ---: |
| Boards | yes | 3 |
| Conversations | yes | 4 |

\`\`\`typescript
type Approval = { readonly tool: string; readonly claimed: boolean }

const approve = (approval: Approval): Approval => ({ ...approval, claimed: true })
\`\`\`

---

That was a table, a list, a quotation and code.`

const longSentences = [
  'There is more to say about TOPIC than fits on a page, and this text is written only to take its time.',
  'People who care for TOPIC will tell you that the small things matter most, and that patience is half the work.',
  'The first of them kept notes in plain books, and some of those books still lie in drawers near the sea.',
  'Others learned by watching, by getting it wrong, and by trying again on the next clear morning.',
  'If you read slowly, you will notice that every sentence here arrives word by word, as an answer does.',
  'That is the moment to press Stop, because nothing of value is lost when this text ends early.',
  'If you let it go on, it will speak of TOPIC again, of weather, of maintenance, and of the people in between.',
]

/** "Write a long text about lighthouses": some 300 words. */
export const longAnswer = (topic: string): string =>
  [1, 2].map((part) => `**Part ${String(part)}.** ${longSentences.join(' ').replaceAll('TOPIC', topic)}`).join('\n\n')
