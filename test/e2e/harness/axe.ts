import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'

const violationsSchema = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }))
type Violations = z.infer<typeof violationsSchema>

/** Asks the axe that is in the page since it was first looked at; null: there is none yet. Bringing it takes longest. */
const askAgain = (page: Page, options: object): Promise<unknown> =>
  page.evaluate(async (wanted) => {
    const axe: unknown = Reflect.get(window, 'axe')
    if (typeof axe !== 'object' || axe === null) return null
    const run: unknown = Reflect.get(axe, 'run')
    if (typeof run !== 'function') return null
    const results: unknown = await Promise.resolve(Reflect.apply(run, axe, [document, wanted]))
    const violations: unknown = Reflect.get(Object(results), 'violations')
    return violations
  }, options)

const lookFirst = async (page: Page, options: object): Promise<Violations> =>
  (await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze()).violations

/** Waits until no colour is on its way to another one: what is read half-way was never meant to be read. */
const atRest = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => document.getAnimations().filter((running) => running instanceof CSSTransition).length),
    )
    .toBe(0)

const findingsOf = async (page: Page, options: object): Promise<readonly string[]> => {
  await atRest(page)
  const again = await askAgain(page, { ...options, resultTypes: ['violations'] })
  const violations = again === null ? await lookFirst(page, options) : violationsSchema.parse(again)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Waits for the screen's heading, then expects axe to find nothing on it; `enhanced` wants text at 7:1. */
export const expectNoFindings = async (page: Page, screen: string, contrast?: 'enhanced'): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toBeAttached()
  const options = contrast === 'enhanced' ? { rules: { 'color-contrast-enhanced': { enabled: true } } } : {}
  expect(await findingsOf(page, options), screen).toEqual([])
}
