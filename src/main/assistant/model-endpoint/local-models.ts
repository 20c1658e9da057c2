import type { LocalModels } from '../../../contract/model-set-up'
import { localModelServers } from '../../../contract/plain/local-model-servers'
import { isLoopback } from '../../platform/configuration-variables'
import { listModels } from './list-models'

type Server = (typeof localModelServers)[number]

/** Where these programs listen unless they are told otherwise. */
const addresses: Readonly<Record<Server, string>> = {
  ollama: 'http://127.0.0.1:11434/v1',
  'lm-studio': 'http://127.0.0.1:1234/v1',
}

const limitMs = 1500

const lookAt = async (server: Server, address: string): Promise<LocalModels> => {
  const baseUrl = new URL(address)
  // SECURITY: nothing but this computer is looked at, and no key goes along.
  if (!isLoopback(baseUrl)) return []
  const listed = await listModels({ baseUrl, apiKey: undefined }, limitMs)
  return listed.ok && listed.value.models.length > 0 ? [{ server, url: address, models: listed.value.models }] : []
}

/** Looks on this computer for programs that serve models. What isn't there, or has no model yet, is left out. */
export const findLocalModels = async (at: Readonly<Record<Server, string>> = addresses): Promise<LocalModels> =>
  (await Promise.all(localModelServers.map(async (server) => await lookAt(server, at[server])))).flat()
