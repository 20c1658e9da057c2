import { randomBytes } from 'node:crypto'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { JsonFile } from '../json-file'
import { people } from '../people'
import { notice, pageHeaders, pageHtml } from '../web/page'
import { createAdapterFactory, type IssuerState } from './store'

/** The app as the sandbox's issuer knows it: a native public client. */
export const sandboxClientId = 'onbehalf-desktop'

/** Lifetimes in seconds. Access tokens are as short-lived as Scalekit's own. */
const lifetimes = {
  AccessToken: 300,
  AuthorizationCode: 60,
  Grant: 30 * 24 * 3600,
  IdToken: 300,
  Interaction: 600,
  RefreshToken: 30 * 24 * 3600,
  Session: 600,
}

const findAccount: NonNullable<Configuration['findAccount']> = (_context, sub) => {
  const person = people.find(({ identifier }) => identifier === sub)
  if (person === undefined) return undefined
  return {
    accountId: sub,
    claims: () => ({ sub, name: person.name, email: person.email, email_verified: true }),
  }
}

/** Consent is given once and for all: the only client is the app that the sandbox is part of. */
const loadExistingGrant: NonNullable<Configuration['loadExistingGrant']> = async ({ oidc }) => {
  if (oidc.client === undefined || oidc.session?.accountId === undefined) return undefined
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
  grant.addOIDCScope('openid profile email offline_access')
  await grant.save()
  return grant
}

const renderError = (
  context: KoaContextWithOIDC,
  out: { readonly error: string; readonly error_description?: string | undefined },
): void => {
  const page = notice({
    status: context.status,
    title: 'Signing in did not work',
    body: `${out.error_description ?? out.error}. Start again from the app.`,
  })
  context.set({ ...pageHeaders() })
  context.body = pageHtml(page)
}

/** How the OpenID provider is set up. */
export const providerOptions = (file: JsonFile<IssuerState>): Configuration => ({
  adapter: createAdapterFactory(file),
  jwks: { keys: [file.content.key] },
  clients: [
    {
      client_id: sandboxClientId,
      client_name: 'Onbehalf',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      // A loopback redirect may come back on any port (RFC 8252 §7.3).
      redirect_uris: [
        'onbehalf://auth/callback',
        'http://127.0.0.1/auth/callback',
        'http://127.0.0.1/callback',
        'http://127.0.0.1/',
      ],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
    },
  ],
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  scopes: ['openid', 'offline_access', 'profile', 'email'],
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  cookies: { keys: [randomBytes(32).toString('base64url')] },
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
    userinfo: { enabled: true },
    rpInitiatedLogout: { enabled: false },
  },
  ttl: lifetimes,
  rotateRefreshToken: true,
  issueRefreshToken: () => true,
  expiresWithSession: () => false,
  findAccount,
  loadExistingGrant,
  renderError,
})
