import type { Message, Part, Thread } from '../../../contract/conversation'
import { t } from '../../../language/words'

const fenced = (text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}json\n${text}\n${fence}`
}

const partText = (part: Part): readonly string[] => {
  switch (part.kind) {
    case 'text':
      return [part.text]
    case 'tool-call': {
      const { call } = part
      const about = [call.title, call.tool, call.providerName, call.account.label, call.account.workspace, call.state]
      const facts = about.filter((fact) => fact !== undefined).join(' · ')
      return [`- ${facts}`, fenced(JSON.stringify(call.args, null, 2))]
    }
    case 'failure':
      return [`- ${part.failure.code}`]
    case 'connections':
      return [`- ${part.connections.map(({ providerName }) => providerName).join(', ')}`]
    case 'file':
      return [`- ${part.name}`]
    case 'reasoning':
      return []
  }
}

const messageText = ({ role, createdAt, parts }: Message): string =>
  [
    `## ${role === 'user' ? t('data.file.you') : t('common.app')} · ${new Date(createdAt).toISOString()}`,
    ...parts.flatMap(partText),
  ].join('\n\n')

/** A conversation to be read: what was said, and each call with its arguments. */
export const threadMarkdown = (thread: Thread, messages: readonly Message[]): string =>
  `${[`# ${thread.title}`, ...messages.map(messageText)].join('\n\n')}\n`
