import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expectNoFindings } from './harness/axe'
import { filesContaining } from './harness/files'
import { expect, test } from './harness/fixtures'
import { doInMain } from './harness/in-main'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

const hers = 'What do purple herons eat?'
const his = 'What do silver otters eat?'

test('a person takes all their data along and deletes it, and nobody else loses any', async ({
  launchApp,
  visitor,
  folders,
}) => {
  const app = await launchApp()
  const { chat } = app
  await steps.signIn(app, visitor, samples.second.name)
  await steps.ask(chat, his)
  await expect(steps.button(chat, 'Stop')).toHaveCount(0)
  await steps.signOut(app)
  await steps.signIn(app, visitor, samples.first.name)
  await steps.ask(chat, hers)
  await expect(steps.button(chat, 'Stop')).toHaveCount(0)
  await steps.openSettings(chat, 'Data')
  await test.step('where it is and how much it is', async () => {
    await expect(chat.getByText(app.userData, { exact: true })).toBeVisible()
    await expect(chat.getByLabel('Sizes')).toContainText(/Conversations and activity\s*\d/)
    await expect(chat.getByLabel('Sizes')).toContainText(/Free on this disk\s*\d/)
  })
  await test.step('one archive takes all of it along', async () => {
    const path = join(folders.home, 'data.zip')
    await doInMain(() =>
      app.electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path),
    )
    await steps.button(chat, 'Export everything').click()
    await expect(chat.getByText('Everything is in data.zip.')).toBeVisible()
    const files = Object.entries(unzipSync(readFileSync(path))).map(
      ([name, bytes]) => [name, strFromU8(bytes)] as const,
    )
    const having = (text: string): string[] => files.flatMap(([name, content]) => (content.includes(text) ? name : []))
    expect(having(hers)).toEqual(expect.arrayContaining([expect.stringMatching(/\.md$/)]))
    expect(having(his)).toEqual([])
    expect(having('"theme"')).toEqual(['preferences.json'])
  })
  await test.step('deleting takes a typed word, and leaves nothing in any file', async () => {
    await steps.button(chat, 'Delete all my data…').click()
    await expect(steps.button(chat, 'Delete everything')).toBeDisabled()
    await expectNoFindings(chat, 'deleting everything')
    await chat.getByLabel('Type DELETE to go on').fill('DELETE')
    expect(filesContaining(app.userData, hers)).not.toEqual([])
    await steps.button(chat, 'Delete everything').click()
    await expect(steps.button(chat, 'Sign in')).toBeVisible()
    await expect.poll(() => filesContaining(app.userData, hers)).toEqual([])
  })
  await test.step('the other person still has theirs', async () => {
    await steps.signIn(app, visitor, samples.second.name)
    // Its name leaves the question mark out.
    await expect(steps.button(chat, his.slice(0, -1))).toBeVisible()
  })
})
