import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChosenText } from '../../../src/renderer/message/chosen-text'
import { message } from '../samples'

const intercom = { name: 'intercom', provider: 'INTERCOM', providerName: 'Intercom' }
const render = (text: string, connections: (typeof intercom)[]): string =>
  renderToStaticMarkup(
    <ChosenText
      message={message('m', [
        { kind: 'text', text },
        ...(connections.length > 0 ? [{ kind: 'connections' as const, connections }] : []),
      ])}
    />,
  )

test('what was chosen is set apart where it stands, and said to whoever can’t see it', () => {
  const html = render('Ask @intercom, please', [intercom])
  expect(html).toMatch(/Only with Intercom.*Ask <span[^>]*>@intercom<\/span><\/span>, please/)
})

test('what was chosen without words stands in front', () => {
  expect(render('Ask', [intercom])).toMatch(/<span[^>]*>@Intercom<\/span> <\/span>Ask$/)
})

test('without a choice, an “@” is only text', () => {
  expect(render('Ask @intercom', [])).toBe('Ask @intercom')
})
