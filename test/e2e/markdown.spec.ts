import { watchCalm } from './harness/calm'
import { askMain } from './harness/in-main'
import { pressableAfter } from './harness/pressable'
import { expect, test } from './harness/puppet-sandbox'
import * as steps from './harness/steps'

const code = `const approve = (call: Call): Outcome => {
  if (call.claimed) return { kind: 'refused' }

\treturn execute(call) // "once", <b>\\n</b> & never again
}`

const answer = (words: number): string => `# What it looks like

${'Some **bold** words and *others*, \`names\` and a [link](https://example.com/). '.repeat(words)}

The sum $a_1 + b_2 * c_3$ costs $5, and

$$
\\begin{aligned} x_1 &= y * z * 2 \\end{aligned}
$$

| # | Item | Status |
| --- | --- | --- |
| 1 | Press kit | Done |
| 2 | A launch video that takes longer than anything else on this board | Working on it, for some weeks |
| 3 | FAQ | https://example.com/an/address/that/has/no/space/at/all/to/be/broken/at/and/goes/on |

\`\`\`typescript
${code}
\`\`\`

1. One
   - with a list of its own
2. Two

The end of ${String(words)}.`

test('an answer is read while it streams, and shown as what it is', async ({ launchPuppet }) => {
  const app = await launchPuppet([])
  const { chat } = app
  const log = steps.conversation(chat)
  await steps.ask(chat, 'Hello')
  await expect(log).toContainText('Echo: Hello')
  const askFor = (words: number): Promise<void> => steps.ask(chat, `slowly ${JSON.stringify(answer(words))}`)

  await test.step('what stands stays where it is, and the end stays in sight', async () => {
    await askFor(20)
    await expect(log.getByRole('heading', { name: 'What it looks like' })).toBeVisible()
    const { moved, beyondEnd } = await watchCalm(chat, async () => {
      await expect(steps.button(chat, 'Stop')).toHaveCount(0)
    })
    expect(moved).toEqual([])
    // However few frames a busy computer paints.
    expect(beyondEnd.length).toBeGreaterThan(1)
    expect(Math.max(...beyondEnd)).toBeLessThan(2)
  })

  await test.step('formulas are text, and a table is one', async () => {
    const last = log.locator('[data-message]').last()
    await expect(last).toContainText('$a_1 + b_2 * c_3$ costs $5')
    await expect(last).toContainText('\\begin{aligned} x_1 &= y * z * 2 \\end{aligned}')
    await expect(last.getByRole('table').getByRole('row')).toHaveCount(4)
    await expect(last.getByRole('columnheader', { name: 'Status' })).toBeVisible()
  })

  await test.step('what is copied of the code is the code', async () => {
    await steps.button(log, 'Copy').last().click()
    await expect.poll(() => askMain(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))).toBe(code)
  })

  await test.step('what comes up over the text takes no click that was meant for what is below it', async () => {
    const pressable = pressableAfter(chat, 'Jump to latest')
    await log.hover()
    await chat.mouse.wheel(0, -500)
    expect(await pressable).toBeGreaterThan(150)
    await steps.button(chat, 'Jump to latest').click()
    await expect(steps.button(chat, 'Jump to latest')).toHaveCount(0)
  })

  await test.step('who reads further up is not taken away', async () => {
    const { moved } = await watchCalm(chat, async () => {
      await askFor(60)
      await expect(steps.button(chat, 'Stop')).toBeVisible()
      await log.hover()
      await chat.mouse.wheel(0, -500)
      await expect(steps.button(chat, 'Jump to latest')).toBeVisible()
      const before = await log.evaluate((element) => [element.scrollTop, element.scrollHeight])
      await expect(steps.button(chat, 'Stop')).toHaveCount(0)
      const after = await log.evaluate((element) => [element.scrollTop, element.scrollHeight])
      expect(after[0]).toBe(before[0])
      expect(after[1]).toBeGreaterThan(before[1] ?? Infinity)
    })
    expect(moved).toEqual([])
    await steps.button(chat, 'Jump to latest').click()
    await expect(log.getByText('The end of 60.', { exact: true })).toBeInViewport()
  })
})
