import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HighlightedCode } from '../../../src/renderer/message/highlighted-code'

const render = (language: string, text: string): string =>
  renderToStaticMarkup(<HighlightedCode language={language} text={text} />)

const wordsOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '')

test('code is coloured by classes alone, and reads the same', () => {
  const html = render('ts', 'const answer = 42 // yes')
  expect(html).toContain('<span class="hljs-keyword">const</span>')
  expect(html).not.toContain('style')
  expect(wordsOf(html)).toBe('const answer = 42 // yes')
})

test('an unknown language and a very long text stay plain', () => {
  expect(render('klingon', 'const qapla')).toBe('const qapla')
  const long = 'const a = 1\n'.repeat(3000)
  expect(render('js', long)).toBe(long)
})

test('markup in code stays text', () => {
  expect(render('html', '<img src=x onerror=alert(1)>')).not.toContain('<img')
})
