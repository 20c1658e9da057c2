import type { ReactNode } from 'react'
import type { Message } from '../../contract/conversation'
import { chosenIn, type Choosable } from '../../contract/plain/chosen-connections'
import { t } from '../../language/words'

const Chip = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <span className="rounded-sm bg-accent-soft px-1 font-medium text-accent-ink">{children}</span>
)

const chosenBy = ({ parts }: Message): readonly Choosable[] =>
  parts.flatMap((part) => (part.kind === 'connections' ? part.connections : []))

/** What a person said, with the connections that they chose set apart. */
export const ChosenText = ({ message }: { readonly message: Message }): ReactNode => {
  const text = message.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
  const connections = chosenBy(message)
  if (connections.length === 0) return text
  const places = chosenIn(text, connections)
  const unsaid = connections.filter(({ name }) => places.every((place) => place.name !== name))
  return (
    <>
      <span className="sr-only">
        {t('prompts.onlyWith', { names: connections.map(({ providerName }) => providerName).join(', ') })}:{' '}
      </span>
      {unsaid.map(({ name, providerName }) => (
        <span key={name}>
          <Chip>@{providerName}</Chip>{' '}
        </span>
      ))}
      {places.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(places[index - 1]?.end ?? 0, start)}
          <Chip>{text.slice(start, end)}</Chip>
        </span>
      ))}
      {text.slice(places.at(-1)?.end ?? 0)}
    </>
  )
}
