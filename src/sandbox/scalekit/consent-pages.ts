import type { ServerResponse } from 'node:http'
import { buttonForm, escapeHtml, sendNotice, sendPage } from '../web/page'
import { people } from '../people'
import { connectionNamed, type SandboxAccount } from './accounts'
import type { ConsentLink } from './authorizations'
import type { EnvironmentParts } from './environment-parts'

/** Answers `/magicLink/ID` (the consent page) and its two forms. */
export const answerMagicLink = (
  parts: EnvironmentParts,
  request: { readonly method: string; readonly id: string; readonly decision: string | undefined },
  response: ServerResponse,
): void => {
  const { id, decision, method } = request
  if (decision === undefined) showConsent(parts, id, response)
  else if (method === 'POST') decide(parts, { id, allowed: decision === 'allow' }, response)
  else sendNotice(response, { status: 405, title: 'Not like this', body: 'Go back and use the buttons.' })
}

const linkGone = {
  status: 410,
  title: 'This link can’t be used any more',
  body: 'It was used already or is too old. Start again from the app.',
}

/** What the sample account of a provider lets the app do. */
const scopeTexts: Readonly<Record<string, readonly string[]>> = {
  MONDAY: ['Read boards, items, updates and people', 'Create and change items, groups, updates and boards'],
  INTERCOM: ['Read contacts, conversations, notes and tags', 'Reply to conversations and change contacts'],
}

const showConsent = (parts: EnvironmentParts, id: string, response: ServerResponse): void => {
  const link = parts.authorizations.link(id)
  const account = link && parts.accounts.find({ id: link.accountId })
  if (account === undefined) {
    sendNotice(response, linkGone)
    return
  }
  const connection = connectionNamed(account.keyId)
  const provider = connection?.providerName ?? account.keyId
  const scopes = scopeTexts[connection?.provider ?? '']
  sendPage(response, {
    status: 200,
    title: `Allow access to ${provider}?`,
    body: `<h1>Allow access to ${escapeHtml(provider)}?</h1>
<p>Onbehalf asks to work in the sample ${escapeHtml(provider)} account of <strong>${escapeHtml(nameOf(account))}</strong>. Nothing leaves this computer.</p>
${
  scopes === undefined
    ? '<p>There is no sample data for this one: it can be connected, but it brings no tools.</p>'
    : `<ul>${scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('')}</ul>`
}
<div class="row">${buttonForm({ action: `/magicLink/${id}/allow`, label: 'Allow', primary: true })}${buttonForm({ action: `/magicLink/${id}/deny`, label: 'Deny' })}</div>
<p><a href="${parts.controlPath}">Sandbox controls</a>: expire or revoke access later, to see what the app does.</p>`,
  })
}

const nameOf = (account: SandboxAccount): string =>
  people.find(({ identifier }) => identifier === account.identifier)?.name ?? 'somebody without sample data'

const decide = (
  parts: EnvironmentParts,
  { id, allowed }: { readonly id: string; readonly allowed: boolean },
  response: ServerResponse,
): void => {
  const taken = parts.authorizations.take(id)
  if (taken === undefined) {
    sendNotice(response, linkGone)
    return
  }
  if (taken.link.userVerifyUrl === '') {
    if (allowed) parts.accounts.setStatus(taken.account, 'ACTIVE')
    const title = allowed ? 'Connected' : 'Not connected'
    sendNotice(response, { status: 200, title, body: 'You can close this page.' })
    return
  }
  const answer: Readonly<Record<string, string>> = allowed
    ? { auth_request_id: parts.authorizations.granted(taken.account) }
    : { error: 'access_denied' }
  response.writeHead(302, { location: returnAddress(taken.link, answer), 'cache-control': 'no-store' })
  response.end()
}

const returnAddress = (link: ConsentLink, answer: Readonly<Record<string, string>>): string => {
  const address = new URL(link.userVerifyUrl)
  for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value)
  if (link.state !== '') address.searchParams.set('state', link.state)
  return address.href
}
