import type { Copied, ThirdParty } from '../../contract/trust'

const reasons: Record<ThirdParty['source'], (title: string, provider: string) => string> = {
  result: (title, provider) =>
    `Asks because this conversation contains text by others, from “${title}” in ${provider}.`,
  failure: (title, provider) =>
    `Asks because this conversation contains text by others: an error message of “${title}” in ${provider}.`,
  description: (title, provider) =>
    `Asks because it fits the description of “${title}” in ${provider}, which is text by others.`,
}

const taken: Record<Copied['kind'], string> = {
  address: 'This address comes from text by others, not from you',
  id: 'This number comes from text by others, not from you',
  words: 'These words come from text by others, not from you',
}

/** What a card says about text by others. */
export const thirdParty = {
  reasons,
  taken,
  unread: 'It was still being read when this was asked for.',
  passage: 'Nearest passage',
  decoded: 'There it is written in a way that can’t be read; this is what it says.',
  marked: 'Underlined: also in the values of this card.',
} as const
