import { expect, test } from './harness/fixtures'
import { findWindow } from './harness/app'

test('the system decides which language the first page is in', async ({ launchApp }) => {
  const app = await launchApp({ args: ['--lang=de-AT'] })
  await expect(app.chat.locator('html')).toHaveAttribute('lang', 'de')
  const quick = await findWindow(app.electron, 'quick-ask')
  await expect(quick.locator('html')).toHaveAttribute('lang', 'de')
  await expect
    .poll(() =>
      app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('stop-everything')?.label),
    )
    .toBe('Alles anhalten')
})
