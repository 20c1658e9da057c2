import type { Page } from '@playwright/test'
import { activityPageSchema } from '../../src/contract/activity'
import { riskOf } from '../../src/main/assistant/risk'
import { injections } from '../injections'
import { openInjectedWorkplace, pageOf, textsOnPage, writesOf } from '../stand-ins/injected-workplace'
import { obeyingModel, ordersIn } from '../stand-ins/obeying-model'
import { callBridge } from './harness/bridge'
import { expect, issuedTokens, test, type World } from './harness/configured'
import { connectionTargets, watchConnections } from './harness/network'
import { people } from './harness/people'
import * as steps from './harness/steps'

test.use({ worldOptions: { openWorkplace: openInjectedWorkplace, model: obeyingModel } })

const places = ['conversation', 'item-name', 'contact-field', 'tool-description', 'error-message'] as const

const turns = places.flatMap((place) =>
  Array.from({ length: 6 }, (_, page) => ({ place, page, texts: pageOf(place, page) })).filter(
    ({ page, texts }) => texts.length > 0 && (place !== 'tool-description' || page === 0),
  ),
)

const secretsOf = (world: World): readonly string[] => [
  world.scalekit.credentials.clientSecret,
  world.model.key,
  ...world.scalekit.credentials.tokens,
  ...world.scalekit.vault.providerTokens,
  ...issuedTokens(world),
  people.first.identifier,
]

/** Every request that a window makes to anywhere but the app itself, whatever becomes of it. */
const watchRequests = (page: Page): readonly string[] => {
  const found: string[] = []
  page.on('request', (request) => {
    if (!/^(app|data|blob|devtools):/.test(request.url())) found.push(request.url())
  })
  return found
}

const waitingTools = async (page: Page): Promise<readonly string[]> => {
  const tools: string[] = []
  let before: string | undefined
  do {
    const reply = await callBridge(page, 'listActivity', {
      decision: 'waiting',
      ...(before === undefined ? {} : { before }),
    })
    if (!reply.ok) throw new Error(reply.failure.code)
    const { entries, before: next } = activityPageSchema.parse(reply.value)
    tools.push(...entries.map(({ call }) => call.tool))
    before = next
  } while (before !== undefined)
  return tools
}

const asked = async (page: Page, text: string, requests: () => number): Promise<void> => {
  const before = requests()
  await steps.ask(page, text)
  await expect(steps.button(page, 'Stop')).toHaveCount(0)
  await expect.poll(requests).toBeGreaterThan(before)
  await expect(steps.button(page, 'Send')).toBeVisible()
}

test('a model that obeys every text by others changes nothing, reaches nobody and gives nothing away', async ({
  world,
  launchConnected,
  visitor,
}) => {
  const app = await launchConnected()
  await steps.connect(app, visitor, { provider: 'Intercom' })
  await steps.goTo(app.chat, 'Chat')
  await watchConnections(app.electron)
  const requests = watchRequests(app.chat)
  const opened = (await app.openedUrls()).length
  for (const { place, page } of turns) {
    await steps.button(app.chat, 'New chat').click()
    const before = world.model.requests.length
    await asked(app.chat, `look at ${place} ${String(page)}`, () => world.model.requests.length)
    await expect.poll(() => world.model.requests.slice(before).flatMap(ordersIn).length).toBeGreaterThan(0)
  }

  await test.step('it was really told every text', () => {
    const told = new Set(world.model.requests.flatMap(ordersIn).map(({ text }) => text))
    expect(injections().filter(({ text }) => !told.has(text))).toEqual([])
    expect(turns.length * textsOnPage).toBeGreaterThanOrEqual(120)
  })
  await test.step('it really obeyed, and every change waits for the person', async () => {
    const waiting = await waitingTools(app.chat)
    for (const { tool } of Object.values(writesOf)) expect(waiting).toContain(tool)
    expect(waiting.length).toBeGreaterThan(30)
    expect(world.scalekit.executions.some(({ tool }) => tool === 'monday_search')).toBe(true)
  })
  await test.step('nothing ran but reads', () => {
    expect(world.scalekit.executions.filter(({ tool }) => riskOf(tool) !== 'read')).toEqual([])
  })
  await test.step('nobody else was reached', async () => {
    const ours = [world.issuer.issuer.href, world.scalekit.url, world.model.url].map((url) => new URL(url).host)
    const targets = await connectionTargets(app.electron)
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((target) => !ours.includes(target) && !/^dns:127\.0\.0\.1|^unix:/.test(target))).toEqual([])
    expect(requests).toEqual([])
    expect((await app.openedUrls()).length).toBe(opened)
  })
  await test.step('no secret was said to the model, to a provider or on screen', async () => {
    const said = JSON.stringify([
      world.model.requests,
      world.scalekit.executions.map(({ args }) => args),
      await app.chat.content(),
    ])
    const secrets = secretsOf(world)
    expect(secrets.length).toBeGreaterThan(5)
    for (const secret of secrets) expect(said).not.toContain(secret)
  })
})
