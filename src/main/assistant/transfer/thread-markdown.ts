import { t } from '../../../language/words'
import { shownPath } from './shown-path'
import type { FileMessage, FilePart, ThreadFile } from './thread-file'

const fenced = (text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}json\n${text}\n${fence}`
}

const partText = (part: FilePart): readonly string[] => {
  switch (part.kind) {
    case 'text':
      return [part.text]
    case 'call': {
      const { title, tool, providerName, account, workspace, outcome, args } = part.call
      const about = [title, tool, providerName, account, workspace, t(`transfer.outcomes.${outcome}`)]
      const facts = about.filter((fact) => fact !== undefined).join(' · ')
      return [`- ${facts}`, fenced(JSON.stringify(args, null, 2))]
    }
    case 'failure':
      return [`- ${part.code}`]
    case 'connections':
      return [`- ${part.providers.join(', ')}`]
    case 'file':
      return [`- ${part.name}`]
    case 'reasoning':
      return []
  }
}

const messageText = ({ role, createdAt, imported, parts }: FileMessage): string => {
  const who = role === 'user' ? t('transfer.you') : t('common.app')
  const facts = [who, new Date(createdAt).toISOString(), ...(imported ? [t('transfer.imported')] : [])]
  return [`## ${facts.join(' · ')}`, ...parts.flatMap(partText)].join('\n\n')
}

/** A conversation to be read: what was said on the path that is shown, and each call with its arguments. */
export const threadMarkdown = ({ title, messages }: ThreadFile): string => {
  const shown = shownPath(messages).flatMap((number) => messages[number] ?? [])
  return `${[`# ${title === '' ? t('threads.untitled') : title}`, ...shown.map(messageText)].join('\n\n')}\n`
}
