import { describe, expect, test } from 'vitest'
import { hasTags, htmlAsMarkdown } from '../../../src/renderer/message/html-as-markdown'

describe('HTML as it will appear', () => {
  test.each([
    ['bold and lines', '<p>Hello <b>Lena</b>,</p><p>it is<br>done</p>', 'Hello **Lena**,\n\nit is  \ndone'],
    ['a list', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['a link with its address', '<a href="https://a.example/x">here</a>', '[here](<https://a.example/x>)'],
    ['Markdown signs are only text', '<p>2 * 3 * 4 [x](y)</p>', '2 \\* 3 \\* 4 \\[x\\]\\(y\\)'],
    ['scripts and styles are left out', 'a<script>alert(1)</script><style>b{}</style>c', 'ac'],
    ['an open script swallows the rest', 'a<script>alert(1)', 'a'],
    ['comments are left out', 'a<!-- secret -->b', 'ab'],
    ['an unknown element is what is in it', '<x-y onclick="z">text</x-y>', 'text'],
    ['an image is named', '<img src="https://a.example/i.png" alt="Logo">', '![Logo](<https://a.example/i.png>)'],
  ])('%s', (_name, html, markdown) => {
    expect(htmlAsMarkdown(html)).toBe(markdown)
  })

  test('a text without tags is what it is', () => {
    expect(hasTags('2 < 3 and 4 > 1')).toBe(false)
    expect(hasTags('Hello <b>you</b>')).toBe(true)
  })
})
