import { openInjectedWorkplace } from '../stand-ins/injected-workplace'
import { obeyingModel } from '../stand-ins/obeying-model'
import { expect, test } from './harness/configured'
import * as steps from './harness/steps'

test.use({ worldOptions: { openWorkplace: openInjectedWorkplace, model: obeyingModel } })

test('a card says that text by others was read before, shows the nearest passage and what was taken from it', async ({
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, 'look at item-name 1')
  const card = steps.approvals(app.chat).filter({ hasText: 'monday_users_invite' }).first()
  await expect(card).toContainText(/Asks because this conversation contains text by others/)
  await expect(card).toContainText('This address comes from that text, not from you: mallory@evil.example')
  await card.screenshot({ path: '/tmp/htaint-card-light.png' })
  await app.chat.emulateMedia({ colorScheme: 'dark' })
  await card.screenshot({ path: '/tmp/htaint-card-dark.png' })
  await app.chat.screenshot({ path: '/tmp/htaint-chat-dark.png' })
})
