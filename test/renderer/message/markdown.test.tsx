import type { Tokens } from 'marked'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createActions } from '../../../src/renderer/app/actions'
import { AppContext } from '../../../src/renderer/app/use-app'
import { createBlockReader, openableAddress } from '../../../src/renderer/message/blocks'
import { Markdown } from '../../../src/renderer/message/markdown'
import { columnsOf } from '../../../src/renderer/message/table-columns'
import { createStore } from '../../../src/renderer/state/store'
import { createFakeBridge } from '../fake-bridge'

const store = createStore()
const actions = createActions({ bridge: createFakeBridge().bridge, store, retries: new Map() })

const render = (text: string, streaming = false): string =>
  renderToStaticMarkup(
    <AppContext value={{ store, actions }}>
      <Markdown text={text} streaming={streaming} />
    </AppContext>,
  ).replaceAll(' dir="auto"', '')

test('raw HTML stays text', () => {
  const html = render('before <img src=x onerror=alert(1)> after\n\n<script>alert(1)</script>\n\n<b>bold</b>')
  expect(html).not.toMatch(/<(img|script|b)\b/)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('an image is never loaded', () => {
  const html = render('![tracker](https://evil.example/p.png) ![](data:image/png;base64,AA)')
  expect(html).not.toMatch(/<img|src=/)
  expect(html).toContain('Image left out: tracker')
})

test('a link says where it goes and has no address to follow by itself', () => {
  const html = render('[the handbook](https://handbook.example.com/refunds)')
  expect(html).toContain('role="link"')
  expect(html).toContain('(https://handbook.example.com/refunds)')
  expect(html).not.toContain('href')
})

test('an e-mail address stands there once, and is no link', () => {
  expect(render('Ask lena.fischer@example.com.')).toContain('<p>Ask lena.fischer@example.com.</p>')
  expect(render('Ask <lena.fischer@example.com>.')).toContain('<p>Ask lena.fischer@example.com.</p>')
  expect(render('[Lena](mailto:mallory@evil.example)')).toContain('Lena<bdi> (mailto:mallory@evil.example)</bdi>')
})

test.each(['javascript:alert(1)', 'http://plain.example', 'file:///etc/passwd', 'https://user:secret@x.example', '/x'])(
  '%s is no link',
  (address) => {
    expect(openableAddress(address)).toBeNull()
    expect(render(`[x](${address})`)).not.toContain('role="link"')
  },
)

test('character references and tables read as people write them', () => {
  expect(render('AT&amp;T &#169; &unknown;')).toContain('AT&amp;T © &amp;unknown;')
  expect(render('| a | b |\n|---|---|\n| 1 | **2** |')).toContain('<td><strong>2</strong></td>')
})

test('headings go on from those of the screen without a gap', () => {
  expect(render('### Deep\n\ntext')).toContain('<h2>Deep</h2>')
  expect(render('# One\n\n### Two')).toContain('<h3>Two</h3>')
})

test('what is still open while it streams is closed', () => {
  expect(render('this is **impor', true)).toContain('<strong>impor</strong>')
  expect(render('this is **impor')).not.toContain('<strong>')
})

test('a text that grows reads the same as the whole of it', () => {
  const whole =
    '# Title\n\nSome **bold** text.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two\n\n```\ncode\n\nmore\n```\n\n1. x\n\n   y\n2. z\n\nend\n'
  const read = createBlockReader()
  for (let end = 1; end <= whole.length; end += 1) read(whole.slice(0, end), true)
  const raw = (blocks: readonly { readonly raw: string }[]): readonly string[] => blocks.map((block) => block.raw)
  expect(raw(read(whole, true))).toEqual(raw(createBlockReader()(whole, false)))
})

test('a table that streams in is held back until its first row is through, and keeps the widths of its columns', () => {
  const growing = (rows: string): string => render(`Before\n\n| # | What is said of it |\n| --- | --- |\n${rows}`, true)
  expect(growing('| 1 | Some wor')).not.toMatch(/table|\|/)
  expect(growing('| 1 | Some words |\n')).toContain('<td>Some words</td>')
  expect(growing('| 1 | Some words |\n| 2 | Oth')).toContain('<td>Oth</td>')
  expect(render('| # |\n| --- |')).toContain('<table')
})

test('what is long gets more of a table than what is short, and no word is broken for it', () => {
  const cell = (text: string): Tokens.TableCell => ({ text, tokens: [], header: false, align: null })
  const [short, long] = columnsOf({
    header: [cell('Option'), cell('Why')],
    rows: [[cell('A'), cell('Because it is quick and everybody knows how it is done')]],
  })
  expect(short?.least).toBeGreaterThan('Option'.length)
  expect(long?.share).toBeGreaterThan(0.7)
  expect((short?.share ?? 0) + (long?.share ?? 0)).toBeCloseTo(1)
})

test.each([
  '$a_1 + b_2$ and $c_1$',
  '$$x_1 * y * z$$',
  '\\(a_1 * b * c_1\\)',
  '$$\n\\begin{aligned}\na_1 &= b * c * d \\\\\n- e_1\n\\end{aligned}\n$$',
])('a formula stays as it is written: %s', (formula) => {
  const html = render(formula)
  expect(html).not.toMatch(/<(em|strong|li)\b/)
  expect(html.replaceAll('<br/>', '\n').replaceAll('&amp;', '&')).toContain(formula)
})

test('prices are no formulas, and a footnote is no link', () => {
  expect(render('from $5 *to* $6')).toContain('<em>to</em>')
  const html = render('Said[^1].\n\n[^1]: Word')
  expect(html).toContain('[^1]: Word')
  expect(html).not.toContain('role="link"')
})

test('code says its language and offers a copy, also when nobody knows the language', () => {
  const html = render('```ts title="a"\nconst a = 1\n```\n\n```klingon\nqapla\n```\n\n```\nplain\n```')
  expect(html.match(/>Copy</g)).toHaveLength(3)
  expect(html).toContain('>ts<')
  expect(html).toContain('>klingon<')
  expect(html).toMatch(/qapla/)
})

test('as 200 KB stream in, what is finished is not read again', () => {
  const text = '## Part\n\nWords *and* `code`, $a_1$ and more of them.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n'.repeat(
    2500,
  )
  expect(text.length).toBeGreaterThan(200_000)
  const read = createBlockReader()
  const before = read(text.slice(0, -100), true)
  const after = read(text, true)
  expect(before.slice(0, -4).every((block, index) => block === after[index])).toBe(true)
})
