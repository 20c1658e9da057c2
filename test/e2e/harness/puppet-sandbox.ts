import { startPuppetEndpoint, type PuppetEndpoint } from '../../stand-ins/puppet-endpoint'
import type { App } from './app'
import { test as base, type AppOptions } from './fixtures'
import { samples } from './samples'
import * as steps from './steps'

type Provider = 'Monday.com' | 'Intercom'

type Fixtures = {
  readonly puppet: PuppetEndpoint
  /** Starts the app on the sandbox's sample data with a puppet for a model, the first person signed in and connected. */
  readonly launchPuppet: (providers?: readonly Provider[], options?: AppOptions) => Promise<App>
}

/** The test of the sandbox's sample data with a model that does as it is told. */
export const test = base.extend<Fixtures>({
  // Playwright reads a fixture's needs from this pattern.

  puppet: async ({}, use) => {
    const puppet = await startPuppetEndpoint()
    await use(puppet)
    await puppet.close()
  },
  launchPuppet: async ({ puppet, launchApp, visitor }, use) => {
    await use(async (providers = ['Monday.com'], options = {}) => {
      const environment = { OPENAI_API_KEY: puppet.key, OPENAI_BASE_URL: puppet.url, OPENAI_MODEL: 'puppet' }
      const app = await launchApp({ ...options, environment: { ...environment, ...options.environment } })
      await steps.signIn(app, visitor, samples.first.name)
      for (const provider of providers) await steps.connect(app, visitor, { provider })
      await steps.goTo(app.chat, 'Chat')
      return app
    })
  },
})

export { expect } from '@playwright/test'
