import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Libsql from 'libsql'
import { expect, test } from './harness/configured'
import * as steps from './harness/steps'

const later = 3000
const first = 'together '
const mostRows = 60

const createOf = (name: string): object => ({
  tool: 'monday_item_create',
  args: { board_id: '4400100', item_name: name },
})

/** What was said after the first messages, put where the app keeps it. */
const fillThread = (userData: string): void => {
  const database = new Libsql(join(userData, 'onbehalf.db'))
  // The app has it open, too.
  database.exec('pragma busy_timeout = 5000')
  const add = database.prepare(
    `insert into messages (owner, id, thread_id, position, role, parts, status, created_at, parent_id)
     select owner, ?1, id, 100 + ?2, iif(?2 % 2, 'user', 'assistant'), ?3, 'complete', 1,
       (select m.id from messages m order by m.position desc limit 1) from threads`,
  )
  database.exec('begin')
  for (let number = 1; number <= later; number += 1) {
    const text = `Number ${String(number)}.\n\n${'More words of it. '.repeat(number % 40)}`
    add.run(`later-${String(number)}`, number, JSON.stringify([{ kind: 'text', text }]))
  }
  database.exec('commit')
  database.close()
}

/** Opens the only thread and tells, for the frames after the press, how far its end was out of sight. */
const distancesWhileOpening = (chat: Page): Promise<number[]> =>
  chat.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const distances: number[] = []
        const look = (): void => {
          const log = document.querySelector('[role=log]')
          if (log !== null) distances.push(log.scrollHeight - log.scrollTop - log.clientHeight)
          if (distances.length < 20) requestAnimationFrame(look)
          else resolve(distances)
        }
        document.querySelector<HTMLButtonElement>('nav[aria-label="Conversations"] button')?.click()
        look()
      }),
  )

test('a thread of thousands opens at its end, keeps few rows, and goes to what is far up', async ({
  launchConnected,
}) => {
  const { chat, userData } = await launchConnected()
  const log = steps.conversation(chat)
  const rows = log.locator('[data-message]')
  await steps.ask(chat, `${first}${JSON.stringify([createOf('Old one'), createOf('Old two')])}`)
  await expect(steps.approvals(chat)).toHaveCount(2)
  fillThread(userData)
  await chat.reload()
  await expect(chat.getByRole('navigation', { name: 'Conversations' }).getByRole('button')).not.toHaveCount(0)
  await test.step('it is at its end from the first frame on', async () => {
    const distances = await distancesWhileOpening(chat)
    expect(Math.max(...distances)).toBeLessThan(2)
    await expect(log.getByText(`Number ${String(later)}.`)).toBeInViewport()
    expect(await rows.count()).toBeLessThan(mostRows)
  })
  await test.step('going up brings all of it, and what is read keeps its place', async () => {
    await expect(async () => {
      await log.evaluate((element) => {
        element.scrollTop = 0
      })
      await expect(log.getByText('Old one')).toBeInViewport({ timeout: 50 })
    }).toPass()
    expect(await rows.count()).toBeLessThan(mostRows)
  })
  await test.step('cards that are not in the page are gone to by the keyboard', async () => {
    await steps.button(chat, 'Jump to latest').click()
    await expect(log.getByText(`Number ${String(later)}.`)).toBeInViewport()
    await steps.messageBox(chat).focus()
    await expect(steps.approvals(chat)).toHaveCount(0)
    await steps.button(chat, 'Next (Alt+Down)').click()
    await expect(steps.approvals(chat).first()).toBeFocused()
    await expect(steps.approvals(chat).first()).toBeInViewport()
  })
  await test.step('a message that was not read yet is gone to', async () => {
    await chat.reload()
    await steps.goTo(chat, 'Activity')
    await chat
      .getByRole('button', { name: /^Open thread/ })
      .first()
      .click()
    await expect(log.locator('[data-message]:focus')).toContainText('Create item')
    expect(await rows.count()).toBeLessThan(mostRows)
  })
})
