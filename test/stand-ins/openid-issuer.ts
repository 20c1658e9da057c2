import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { Provider, type Configuration } from 'oidc-provider'

/** A person whom the issuer knows. `vaultName` is published as the claim `vault_name`. */
export type IssuerPerson = {
  readonly sub: string
  readonly name: string
  readonly email: string
  readonly vaultName: string
}

/** An OpenID provider on loopback whose access tokens live five minutes. */
export type OpenIdIssuer = {
  readonly url: string
  readonly clientId: string
  /** Every access, refresh and ID token that was given out. */
  readonly issuedTokens: readonly string[]
  readonly revocations: readonly string[]
  readonly close: () => Promise<void>
}

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string(), id_token: z.string() }).partial()

const clientId = 'onbehalf-desktop'
const minute = 60

const configurationFor = (people: readonly IssuerPerson[]): Configuration => ({
  clients: [
    {
      client_id: clientId,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['onbehalf://auth/callback', 'http://127.0.0.1/auth/callback', 'http://127.0.0.1/'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  ],
  pkce: { required: () => true },
  scopes: ['openid', 'offline_access', 'profile', 'email'],
  claims: { openid: ['sub'], profile: ['name', 'vault_name'], email: ['email'] },
  rotateRefreshToken: true,
  cookies: { keys: ['stand-in'] },
  ttl: {
    AccessToken: 5 * minute,
    AuthorizationCode: minute,
    IdToken: 60 * minute,
    RefreshToken: 600 * minute,
    Session: 600 * minute,
    Grant: 600 * minute,
    Interaction: 10 * minute,
  },
  features: { devInteractions: { enabled: false }, revocation: { enabled: true }, userinfo: { enabled: true } },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, sub) => {
    const person = people.find((one) => one.sub === sub)
    if (person === undefined) return undefined
    const { name, email, vaultName } = person
    return { accountId: sub, claims: () => Promise.resolve({ sub, name, email, vault_name: vaultName }) }
  },
})

const buttons = (choices: readonly { readonly value: string; readonly text: string }[]): string =>
  choices.map(({ value, text: label }) => `<button name="choice" value="${value}">${label}</button>`).join('')

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

const showInteraction = (
  response: ServerResponse,
  { prompt, uid }: Interaction,
  people: readonly IssuerPerson[],
): void => {
  const choices =
    prompt.name === 'login'
      ? people.map(({ sub, name }) => ({ value: sub, text: name }))
      : [{ value: 'consent', text: 'Continue' }]
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(`<h1>Harbour sign-in</h1><form method="post" action="/interaction/${uid}">${buttons(choices)}</form>`)
}

const consent = async (provider: Provider, { params, session }: Interaction): Promise<string> => {
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId })
  grant.addOIDCScope(String(params['scope']))
  return await grant.save()
}

const answerInteraction = async (
  provider: Provider,
  people: readonly IssuerPerson[],
  exchange: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> => {
  const { request, response } = exchange
  const interaction = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    showInteraction(response, interaction, people)
    return
  }
  const choice = new URLSearchParams(await text(request)).get('choice') ?? ''
  const result =
    interaction.prompt.name === 'login'
      ? { login: { accountId: choice } }
      : { consent: { grantId: await consent(provider, interaction) } }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
}

const isAddressInfo = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

/** Starts the issuer on loopback. */
export const startOpenIdIssuer = async (people: readonly IssuerPerson[]): Promise<OpenIdIssuer> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!isAddressInfo(address)) throw new Error('The issuer has no port')
  const url = `http://127.0.0.1:${String(address.port)}`
  const provider = new Provider(url, configurationFor(people))
  const issuedTokens: string[] = []
  const revocations: string[] = []
  provider.on('grant.success', ({ body }) => {
    issuedTokens.push(...Object.values(tokensSchema.parse(body)).filter((token) => token !== undefined))
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/token/revocation') === true) revocations.push(request.url)
    if (request.url?.startsWith('/interaction/') === true)
      void answerInteraction(provider, people, { request, response })
    else void answer(request, response)
  })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve()
      })
      server.closeAllConnections()
    })
  return { url, clientId, issuedTokens, revocations, close }
}
