import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from '@bufbuild/protobuf'
import { ScalekitClient } from '@scalekit-sdk/node'
import { CreateConnectedAccountSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import { onTestFinished } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox'
import { startSandbox } from '../../src/sandbox/start-sandbox'

/** A folder that is gone after the test. */
export const temporaryDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'onbehalf-sandbox-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A sandbox with a clock that a test can move. */
export const runningSandbox = async (
  directory = temporaryDirectory(),
): Promise<{ readonly sandbox: Sandbox; readonly forward: (milliseconds: number) => void }> => {
  let ahead = 0
  const sandbox = await startSandbox({ directory, now: () => Date.now() + ahead })
  onTestFinished(() => sandbox.close())
  return {
    sandbox,
    forward: (milliseconds) => {
      ahead += milliseconds
    },
  }
}

/** The real SDK, pointed at the sandbox. */
export const clientOf = ({ scalekit }: Sandbox): ScalekitClient =>
  new ScalekitClient(scalekit.environmentUrl.origin, scalekit.clientId, scalekit.clientSecret)

/** Opens a consent link like a browser and presses a button; answers where it leads. */
export const consent = async (link: string, decision: 'allow' | 'deny'): Promise<URL> => {
  const page = await (await fetch(link)).text()
  const action = new RegExp(`action="([^"]+/${decision})"`).exec(page)?.[1]
  if (action === undefined) throw new Error(`The page has no button for ${decision}`)
  const response = await fetch(new URL(action, link), { method: 'POST', redirect: 'manual' })
  const location = response.headers.get('location')
  if (location === null) throw new Error(`The page answered ${String(response.status)} without a redirect`)
  return new URL(location)
}

/** Connects somebody through the whole round trip; answers the account's id. */
export const connectAccount = async (
  client: ScalekitClient,
  identifier: string,
  connectionName: string,
): Promise<string> => {
  const { connectedAccount } = await client.connectedAccounts.createConnectedAccount({
    connector: connectionName,
    identifier,
    connectedAccount: create(CreateConnectedAccountSchema),
  })
  const { link } = await client.actions.getAuthorizationLink({
    connectionName,
    identifier,
    state: 's',
    userVerifyUrl: 'http://127.0.0.1:9/verify',
  })
  const returned = await consent(link, 'allow')
  await client.actions.verifyConnectedAccountUser({
    authRequestId: returned.searchParams.get('auth_request_id') ?? '',
    identifier,
  })
  return connectedAccount?.id ?? ''
}

/** Runs a tool as somebody. */
export const execute = async (
  client: ScalekitClient,
  identifier: string,
  call: { readonly tool: string; readonly args?: Record<string, unknown> },
): Promise<Record<string, unknown>> => {
  const connector = call.tool.startsWith('monday') ? 'monday' : 'intercom'
  const { data } = await client.tools.executeTool({
    toolName: call.tool,
    identifier,
    connector,
    params: call.args ?? {},
  })
  return data ?? {}
}
