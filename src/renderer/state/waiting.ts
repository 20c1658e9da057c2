import type { FailureCode } from '../../contract/failure'
import type { Conversation } from './conversation'
import type { RootState } from './root'

const lost: readonly (FailureCode | undefined)[] = ['network-down', 'model-unreachable', 'scalekit-unreachable']

const waitsForAnswer = ({ messages }: Conversation): boolean => {
  const last = messages.at(-1)
  return (
    last?.status === 'failed' && last.parts.some((part) => part.kind === 'failure' && lost.includes(part.failure.code))
  )
}

/** How many messages wait: queued ones, and those that got no answer or could not be sent because nobody was reached. */
export const waitingMessages = ({ queues, conversations, drafts }: RootState): number =>
  Object.values(queues).reduce((sum, { messages }) => sum + messages.length, 0) +
  Object.values(conversations).filter(waitsForAnswer).length +
  Object.values(drafts).filter((draft) => lost.includes(draft.failure?.code)).length

/** How many conversations wait for the person. */
export const waitingApprovals = ({ threads }: RootState): number =>
  threads.items.filter(({ run }) => run === 'waiting').length
