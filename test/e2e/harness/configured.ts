import { startPuppetEndpoint, type PuppetEndpoint } from '../../stand-ins/puppet-endpoint'
import type { PuppetAnswer } from '../../stand-ins/puppet'
import { startIssuer, type Issuer } from '../../stand-ins/issuer'
import { startScalekit, type ScalekitStandIn } from '../../stand-ins/scalekit/environment'
import { openWorkplace, type Colleague, type Workplace } from '../../stand-ins/workplace'
import type { App } from './app'
import { test as base, type AppOptions } from './fixtures'
import { people } from './people'
import * as steps from './steps'

/** Everything that a configured app talks to: none of it is the sandbox's. */
export type World = {
  readonly issuer: Issuer
  readonly scalekit: ScalekitStandIn
  readonly model: PuppetEndpoint
  readonly workplace: Workplace
  /** The variables that point the app here. */
  readonly environment: Readonly<Record<string, string>>
}

/** The connections of the second environment: more than one page, and a name that is not the provider's. */
export const connections = [
  { name: 'monday-prod', provider: 'MONDAY' },
  { name: 'intercom', provider: 'INTERCOM' },
  { name: 'notion', provider: 'NOTION' },
  { name: 'linear-eu', provider: 'LINEAR' },
] as const

/** Everybody who has a seat at the workplaces. */
export const colleagues = Object.values(people).flatMap(({ sub, identifier, name, email }) =>
  [sub, identifier].map((vaultName) => ({ identifier: vaultName, name, email })),
)

const claimOfTheVault = 'vault_name'

const startPeoplesIssuer = (): Promise<Issuer> =>
  startIssuer({
    people: Object.values(people).map(({ sub, name, email, identifier }) => ({
      login: sub,
      claims: { name, email, [claimOfTheVault]: identifier },
    })),
    extraClaims: [claimOfTheVault],
  })

/** What a world may have of its own: its connections, who works where, and what the model is like. */
export type WorldOptions = {
  readonly openWorkplace?: (colleagues: readonly Colleague[]) => Workplace
  readonly model?: (body: unknown) => PuppetAnswer
  readonly connections?: readonly { readonly name: string; readonly provider: string }[]
  /** The connections that lead to a workplace of their own. */
  readonly elsewhere?: Readonly<Record<string, Workplace>>
}

/** Starts everything that a configured app talks to. */
export const startWorld = async (options: WorldOptions = {}): Promise<World> => {
  const workplace = (options.openWorkplace ?? openWorkplace)(colleagues)
  const [issuer, scalekit, model] = await Promise.all([
    startPeoplesIssuer(),
    startScalekit(workplace, options.connections ?? connections, options.elsewhere),
    startPuppetEndpoint(options.model),
  ])
  const environment = {
    SCALEKIT_ENV_URL: scalekit.url,
    SCALEKIT_CLIENT_ID: scalekit.credentials.clientId,
    SCALEKIT_CLIENT_SECRET: scalekit.credentials.clientSecret,
    ONBEHALF_ISSUER: issuer.issuer.href.replace(/\/$/, ''),
    ONBEHALF_CLIENT_ID: issuer.clientId,
    OPENAI_API_KEY: model.key,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'puppet',
  }
  return { issuer, scalekit, model, workplace, environment }
}

/** Stops all of it. */
export const closeWorld = async ({ issuer, scalekit, model }: World): Promise<void> => {
  await Promise.all([issuer.close(), scalekit.close(), model.close()])
}

/** Every token that the issuer gave out. */
export const issuedTokens = ({ issuer }: World): string[] =>
  issuer.issued.flatMap(({ accessToken, refreshToken }) =>
    refreshToken === undefined ? [accessToken] : [accessToken, refreshToken],
  )

type Fixtures = {
  readonly worldOptions: WorldOptions
  readonly world: World
  /** Starts the app on the world. */
  readonly launchConfigured: (options?: AppOptions) => Promise<App>
  /** Starts it, signs the first person in and makes sure that Monday.com is connected. */
  readonly launchConnected: (options?: AppOptions) => Promise<App>
}

/** The test of configured mode. */
export const test = base.extend<Fixtures>({
  worldOptions: [{}, { option: true }],

  world: async ({ worldOptions }, use) => {
    const world = await startWorld(worldOptions)
    await use(world)
    await closeWorld(world)
  },
  launchConfigured: async ({ world, launchApp }, use) => {
    await use((options = {}) =>
      launchApp({ ...options, environment: { ...world.environment, ...options.environment } }),
    )
  },
  launchConnected: async ({ launchConfigured, visitor }, use) => {
    await use(async (options) => {
      const app = await launchConfigured(options)
      await steps.signIn(app, visitor, people.first.sub)
      await steps.goTo(app.chat, 'Connections')
      const row = steps.connectionRow(app.chat, 'monday-prod')
      const connect = steps.button(row, 'Connect Monday.com')
      const disconnect = steps.button(row, 'Disconnect Monday.com')
      await connect.or(disconnect).waitFor()
      if (await connect.isVisible()) await steps.connect(app, visitor, { provider: 'Monday.com', row: 'monday-prod' })
      await steps.goTo(app.chat, 'Chat')
      return app
    })
  },
})

export { expect } from '@playwright/test'
