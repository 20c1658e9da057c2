import { startPuppetEndpoint } from '../stand-ins/puppet-endpoint'
import { readAppState } from './harness/bridge'
import { expect, test } from './harness/fixtures'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

test('with a model of one’s own, that model works on the sample data', async ({ launchApp, visitor }) => {
  const model = await startPuppetEndpoint()
  const app = await launchApp({
    environment: { OPENAI_API_KEY: model.key, OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'puppet' },
  })
  await steps.signIn(app, visitor, samples.first.name)
  expect((await readAppState(app.chat)).mode).toEqual({ kind: 'sandbox', model: 'puppet' })
  await expect(app.chat.getByText(/sandbox/i).first()).toBeVisible()
  await steps.connect(app, visitor, { provider: 'Monday.com' })
  await steps.goTo(app.chat, 'Chat')
  await steps.ask(app.chat, 'run monday_boards_list {}')
  await expect(steps.conversation(app.chat)).toContainText(/Done: .*Marketing/)
  await app.close()
  await model.close()
})
