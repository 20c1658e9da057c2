import type { IncomingMessage, ServerResponse } from 'node:http'
import { people } from '../people'
import { readBody } from '../web/body'
import { buttonForm, escapeHtml, sendNotice, sendPage } from '../web/page'
import { connectionNamed, type SandboxAccount } from './accounts'
import type { EnvironmentParts } from './environment-parts'
import { faultKinds } from './faults'

/**
 * Answers the sandbox's controls: a page that lists every connected account and can do to it what
 * a provider or an administrator would do, so that one can see what the app makes of it.
 */
export const answerControls = async (
  parts: EnvironmentParts,
  {
    request,
    response,
    path,
  }: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly path: string },
): Promise<void> => {
  const action = new URL(request.url ?? '/', parts.origin()).pathname.slice(path.length + 1)
  if (action === '') {
    showControls(parts, path, response)
    return
  }
  await readBody(request)
  if (request.method !== 'POST' || !perform(parts, action)) {
    sendNotice(response, { status: 404, title: 'Not found', body: 'There is nothing here.' })
    return
  }
  response.writeHead(303, { location: path, 'cache-control': 'no-store' })
  response.end()
}

const perform = (parts: EnvironmentParts, action: string): boolean => {
  const [deed, subject = ''] = action.split('/')
  const fault = faultKinds.find((kind) => kind === subject)
  if (deed === 'fault' && fault !== undefined) {
    parts.faults.add(fault)
    return true
  }
  const account = parts.accounts.find({ id: subject })
  if (subject === '' || account === undefined) return false
  if (deed === 'expire') parts.accounts.setStatus(account, 'EXPIRED')
  else if (deed === 'revoke') parts.accounts.setStatus(account, 'DISCONNECTED')
  else return false
  return true
}

const showControls = (parts: EnvironmentParts, path: string, response: ServerResponse): void => {
  const accounts = parts.accounts.list()
  sendPage(response, {
    status: 200,
    title: 'Sandbox controls',
    body: `<h1>Sandbox controls</h1>
<p>Do to a connected account what a provider or an administrator would do, then see what the app makes of it.</p>
${accounts.length === 0 ? '<p>Nobody has connected anything yet.</p>' : accounts.map((account) => accountRow(account, path)).join('')}
<section class="choice"><h2>The next tool call</h2>
<div class="row">${buttonForm({ action: `${path}/fault/rate-limit`, label: 'Refuse it: too many requests' })}${buttonForm({ action: `${path}/fault/lost-answer`, label: 'Do it, but lose the answer' })}</div></section>`,
  })
}

const accountRow = (account: SandboxAccount, path: string): string => {
  const provider = connectionNamed(account.keyId)?.providerName ?? account.keyId
  const person = people.find(({ identifier }) => identifier === account.identifier)?.name ?? account.identifier
  return `<section class="choice"><h2>${escapeHtml(`${provider}, ${person}`)}</h2><p>${escapeHtml(account.status)}</p>
<div class="row">${buttonForm({ action: `${path}/expire/${account.id}`, label: 'Expire access' })}${buttonForm({ action: `${path}/revoke/${account.id}`, label: 'Revoke access' })}</div></section>`
}
