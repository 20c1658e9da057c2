import type { MarkedToken, Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { t } from '../../language/words'
import { useActions } from '../app/use-app'
import { known, openableAddress } from './blocks'
import { decodeEntities } from './entities'

const textOf = (tokens: readonly MarkedToken[]): string =>
  tokens.map((token) => ('text' in token ? token.text : '')).join('')

const sameAddress = (text: string, address: string): boolean => {
  const bare = (value: string): string => value.replace(/^https:\/\//, '').replace(/\/$/, '')
  return bare(text) === bare(address)
}

/** A link shows where it goes, and asks before it opens the browser. Anything but https stays text. */
const Link = ({ token }: { readonly token: Tokens.Link }): ReactNode => {
  const actions = useActions()
  const tokens = known(token.tokens)
  const address = openableAddress(token.href)
  const written = textOf(tokens)
  if (address === null) {
    return (
      <>
        <Inline tokens={tokens} />
        {written !== token.href.replace(/^mailto:/i, '') && <bdi> ({withHiddenNamed(token.href)})</bdi>}
      </>
    )
  }
  return (
    <>
      <button
        type="button"
        role="link"
        title={address}
        className="link"
        onClick={() => {
          actions.askToOpenLink(address)
        }}
      >
        <Inline tokens={tokens} />
      </button>
      {!sameAddress(written, address) && <bdi className="text-[0.875em] text-faint"> ({address})</bdi>}
    </>
  )
}

const Leaf = ({ token }: { readonly token: MarkedToken }): ReactNode => {
  switch (token.type) {
    case 'br':
      return <br />
    case 'codespan':
      return <code>{withHiddenNamed(token.text)}</code>
    case 'image':
      return (
        <em className="text-muted">
          {t('chat.imageLeftOut', { text: withHiddenNamed(token.text === '' ? token.href : token.text) })}
        </em>
      )
    case 'escape':
    case 'text':
      return withHiddenNamed(decodeEntities(token.text))
    default:
      // SECURITY: raw HTML is text like any other; it never becomes an element.
      return withHiddenNamed(token.raw)
  }
}

const Span = ({ token }: { readonly token: MarkedToken }): ReactNode => {
  switch (token.type) {
    case 'strong':
      return (
        <strong>
          <Inline tokens={known(token.tokens)} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Inline tokens={known(token.tokens)} />
        </em>
      )
    case 'del':
      return (
        <del>
          <Inline tokens={known(token.tokens)} />
        </del>
      )
    case 'link':
      return <Link token={token} />
    case 'text':
      return token.tokens === undefined ? <Leaf token={token} /> : <Inline tokens={known(token.tokens)} />
    default:
      return <Leaf token={token} />
  }
}

/** The running text of a block. */
export const Inline = ({ tokens }: { readonly tokens: readonly MarkedToken[] }): ReactNode =>
  tokens.map((token, index) => (
    <Fragment key={index}>
      <Span token={token} />
    </Fragment>
  ))
