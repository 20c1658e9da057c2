import { openIntercom } from './intercom/intercom'
import { startIssuer } from './issuer/issuer'
import { createScriptedModel } from './model/scripted-model'
import { openMonday } from './monday/monday'
import { openPorts } from './ports'
import type { Sandbox, SandboxOptions } from './sandbox'
import { startEnvironment } from './scalekit/environment'

/**
 * Starts everything that the app needs when nothing is configured, on loopback and with sample data:
 * a Scalekit environment, an OpenID issuer and a scripted model. State is kept in `options.directory`.
 */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { directory } = options
  const ports = openPorts(directory)
  const [issuer, scalekit] = await Promise.all([
    startIssuer({ directory, port: ports.content.issuer }),
    startEnvironment({
      directory,
      port: ports.content.scalekit,
      providers: { MONDAY: openMonday(directory), INTERCOM: openIntercom(directory) },
      now: options.now ?? Date.now,
    }),
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
