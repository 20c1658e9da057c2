import { setImmediate } from 'node:timers/promises'
import { openPorts } from './ports'
import type { Sandbox, SandboxOptions } from './sandbox'

// One part after the other, with a turn of the event loop between them, so that no window waits for all of it.
const slices = async () => {
  await import('oidc-provider')
  await setImmediate()
  const { startIssuer } = await import('./issuer/issuer')
  await setImmediate()
  const { openMonday } = await import('./monday/monday')
  const { openIntercom } = await import('./intercom/intercom')
  await setImmediate()
  const { startEnvironment } = await import('./scalekit/environment')
  await setImmediate()
  const { createScriptedModel } = await import('./model/scripted-model')
  return { startIssuer, openMonday, openIntercom, startEnvironment, createScriptedModel }
}

/**
 * Starts everything that the app needs when nothing is configured, on loopback and with sample data:
 * a Scalekit environment, an OpenID issuer and a scripted model. State is kept in `options.directory`.
 */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { directory } = options
  const { startIssuer, openMonday, openIntercom, startEnvironment, createScriptedModel } = await slices()
  const ports = openPorts(directory)
  await setImmediate()
  const openEnvironment = async () =>
    await startEnvironment({
      directory,
      port: ports.content.scalekit,
      providers: { MONDAY: openMonday(directory), INTERCOM: openIntercom(directory) },
      now: options.now ?? Date.now,
    })
  const [issuer, scalekit] = await Promise.all([
    startIssuer({ directory, port: ports.content.issuer }),
    setImmediate().then(openEnvironment),
  ])
  Object.assign(ports.content, { issuer: issuer.port, scalekit: scalekit.port })
  ports.save()
  return {
    scalekit: {
      environmentUrl: scalekit.environmentUrl,
      clientId: scalekit.clientId,
      clientSecret: scalekit.clientSecret,
    },
    issuer: { issuer: issuer.issuer, clientId: issuer.clientId },
    controls: scalekit.controls,
    model: createScriptedModel(),
    close: async () => {
      await Promise.all([issuer.close(), scalekit.close()])
    },
  }
}
