import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Waits for the screen's heading, then expects axe to find nothing on it; `enhanced` wants text at 7:1, too. */
export const expectNoFindings = async (page: Page, screen: string, contrast?: 'enhanced'): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toBeAttached()
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ rules: { 'color-contrast-enhanced': { enabled: contrast === 'enhanced' } } })
    .analyze()
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
  expect(findings, screen).toEqual([])
}
