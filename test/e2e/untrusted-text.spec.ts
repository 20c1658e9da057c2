import { openInjectedWorkplace } from '../stand-ins/injected-workplace'
import { obeyingModel } from '../stand-ins/obeying-model'
import { expect, test } from './harness/configured'
import * as steps from './harness/steps'

test.use({ worldOptions: { openWorkplace: openInjectedWorkplace, model: obeyingModel } })

const refused = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'onbehalf://connect/verify?state=x',
  'vbscript:msgbox(1)',
  'http://evil.example/',
  'https://google.com@evil.example/',
  'https://user:secret@evil.example/',
  'blob:https://evil.example/1',
  'ftp://evil.example/',
  'intent://evil.example#Intent;end',
  '//evil.example/x',
  `https://evil.example/${'x'.repeat(4000)}`,
]

const long = `https://evil.example/${'a'.repeat(3000)}/THE-END`

const asked = [
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['https://аpple.com/', 'https://xn--pple-43d.com/'],
  ['https://example.org/\u202egnp.exe', 'https://example.org/%E2%80%AEgnp.exe'],
  ['https://EXAMPLE.org:443/..//x', 'https://example.org//x'],
  [long, long],
] as const

test('no text becomes a page, an image or a link that does not ask; a question shows the whole address', async ({
  launchConnected,
}) => {
  const app = await launchConnected()
  const requests: string[] = []
  app.chat.on('request', (request) => requests.push(request.url()))
  const opened = (await app.openedUrls()).length
  const page = app.chat
  const html =
    '<img src=https://evil.example/i.png onerror=alert(1)><iframe src=https://evil.example></iframe><b>bold</b>'
  await steps.ask(
    page,
    `${html}\n\n![x](https://evil.example/x.png)\n\n${refused.map((href) => `[go](<${href}>)`).join('\n\n')}`,
  )
  const log = steps.conversation(page)
  await expect(log).toContainText('Image left out: x')
  const answer = log.locator('.prose').last()
  await expect(answer.locator('a, img, iframe, script, form, object, b')).toHaveCount(0)
  await expect(answer.getByRole('link')).toHaveCount(0)
  await expect(answer).toContainText('onbehalf://connect/verify?state=x')

  await steps.ask(page, asked.map(([href]) => `[my bank\u202e](<${href}>)`).join('\n\n'))
  const links = log.locator('.prose').last().getByRole('link')
  await expect(links).toHaveCount(asked.length)
  await expect(links.first()).toHaveText('my bank⟨U+202E⟩')
  for (const [index, [, address]] of asked.entries()) {
    await links.nth(index).click()
    const question = page.getByRole('alertdialog')
    await expect(question).toContainText(`It leads to ${new URL(address).host}`)
    const whole = question.getByRole('group', { name: 'The whole address' })
    await expect(whole).toHaveText(address)
    await expect(steps.button(question, 'Open')).toBeInViewport({ ratio: 1 })
    await whole.focus()
    await page.keyboard.press('End')
    await expect
      .poll(() => whole.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight))
      .toBeLessThan(3)
    await steps.button(question, index === 0 ? 'Open' : 'Stay here').click()
    await expect(question).toHaveCount(0)
  }
  expect((await app.openedUrls()).slice(opened)).toEqual(['https://example.org/a?b=c#d'])
  expect(requests.filter((url) => !/^(app|data|blob):/.test(url))).toEqual([])
})

test('what hides in a value is named on its card, in JSON and in a title', async ({ launchConnected }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, 'run monday_item_create {"item_name":"invoice\u202efdp.exe <b>x</b>","board_id":"1"}')
  const card = steps.approvals(app.chat)
  await expect(card.getByRole('status')).toHaveText(/It reads: invoiceU\+202Efdp\.exe <b>x<\/b>/)
  await expect(app.chat.getByRole('navigation', { name: 'Conversations' })).toContainText('⟨U+202E⟩')
  await expect(app.chat.getByRole('heading', { level: 1 })).toContainText('⟨U+202E⟩')
  await steps.button(card, 'Decline').click()
  const decided = app.chat.getByRole('group', { name: /: Declined$/ })
  await decided.locator('summary').first().click()
  await expect(decided).toContainText('invoice⟨U+202E⟩fdp.exe <b>x</b>')
  await expect(decided.locator('b')).toHaveCount(0)
})
