import type { MarkedToken, Tokens } from 'marked'
import { Check, Square } from 'lucide-react'
import { createContext, memo, useContext, useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { createBlockReader, known } from './blocks'
import { CodeBlock } from './code-block'
import { Inline } from './inline'
import { Table } from './table'

const levels = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

// The depths of a text's headings, highest first: whatever it starts with, its headings go on from those of the screen.
// In one string, which stays the same one: a list that is made anew would have every block looked through again.
const Depths = createContext('')

const depthsOf = (blocks: readonly MarkedToken[]): string =>
  [...new Set(blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : [])))]
    .sort((a, b) => a - b)
    .join('')

const Heading = ({ token }: { readonly token: Tokens.Heading }): ReactNode => {
  const Level = levels[Math.max(0, useContext(Depths).indexOf(String(token.depth)))] ?? 'h6'
  return (
    <Level dir="auto">
      <Inline tokens={known(token.tokens)} />
    </Level>
  )
}

const Item = ({ item }: { readonly item: Tokens.ListItem }): ReactNode => (
  <li dir="auto" className={item.task ? 'task' : undefined}>
    {item.task && (
      <span className="me-1.5 inline-flex align-[-0.15em] text-muted [&_svg]:size-4">
        {item.checked === true ? <Check /> : <Square />}
      </span>
    )}
    {known(item.tokens)
      .filter((token) => token.type !== 'checkbox')
      .map((token, index) =>
        token.type === 'text' ? <Inline key={index} tokens={[token]} /> : <Block key={index} block={token} />,
      )}
  </li>
)

const List = ({ token }: { readonly token: Tokens.List }): ReactNode => {
  const items = token.items.map((item, index) => <Item key={index} item={item} />)
  return token.ordered ? <ol start={token.start === '' ? 1 : token.start}>{items}</ol> : <ul>{items}</ul>
}

const BlockContent = ({ block }: { readonly block: MarkedToken }): ReactNode => {
  switch (block.type) {
    case 'heading':
      return <Heading token={block} />
    case 'code':
      return <CodeBlock text={block.text} info={block.lang} />
    case 'blockquote':
      return (
        <blockquote dir="auto">
          <Blocks blocks={known(block.tokens)} />
        </blockquote>
      )
    case 'list':
      return <List token={block} />
    case 'table':
      return <Table token={block} />
    case 'hr':
      return <hr />
    case 'space':
    case 'def':
      return null
    default:
      return (
        <p dir="auto">
          <Inline tokens={block.type === 'paragraph' ? known(block.tokens) : [block]} />
        </p>
      )
  }
}

// A finished block never changes while the rest streams in, so it is rendered once.
const Block = memo(BlockContent, (before, after) => before.block.raw === after.block.raw)

type BlocksProps = { readonly blocks: readonly MarkedToken[] }

const Blocks = ({ blocks }: BlocksProps): ReactNode => blocks.map((block, index) => <Block key={index} block={block} />)

const groupSize = 16

const areSame = (before: BlocksProps, after: BlocksProps): boolean =>
  before.blocks.length === after.blocks.length &&
  before.blocks.every((block, index) => block.raw === after.blocks[index]?.raw)

// Of a long text only the group at its end is gone through when a word comes.
const Group = memo(Blocks, areSame)

const groupsOf = (blocks: readonly MarkedToken[]): readonly (readonly MarkedToken[])[] =>
  Array.from({ length: Math.ceil(blocks.length / groupSize) }, (_, index) =>
    blocks.slice(index * groupSize, (index + 1) * groupSize),
  )

/** A text of the assistant. It is untrusted: no HTML, no images, and links that ask. */
export const Markdown = ({ text, streaming }: { readonly text: string; readonly streaming: boolean }): ReactNode => {
  // Typing and scrolling go before a burst of text.
  const shown = useDeferredValue(text)
  const [read] = useState(createBlockReader)
  const blocks = useMemo(() => read(shown, streaming), [read, shown, streaming])
  return (
    <Depths value={depthsOf(blocks)}>
      <div className="prose">
        {groupsOf(blocks).map((group, index) => (
          <Group key={index} blocks={group} />
        ))}
      </div>
    </Depths>
  )
}
