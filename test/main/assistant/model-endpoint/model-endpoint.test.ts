import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { candidateSettings } from '../../../../src/main/assistant/model-endpoint/candidate'
import { listModels } from '../../../../src/main/assistant/model-endpoint/list-models'
import { findLocalModels } from '../../../../src/main/assistant/model-endpoint/local-models'
import { testModel } from '../../../../src/main/assistant/model-endpoint/test-model'
import { secret } from '../../../../src/main/platform/secret'
import type { PuppetAnswer } from '../../../stand-ins/puppet'
import { startPuppetEndpoint, type PuppetEndpoint } from '../../../stand-ins/puppet-endpoint'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  await Promise.all(closing.splice(0).map(async (close) => await close()))
})

const endpoint = async (answer?: (body: unknown) => PuppetAnswer): Promise<PuppetEndpoint> => {
  const started = await startPuppetEndpoint(answer)
  closing.push(started.close)
  return started
}

const settingsOf = ({ url, key }: PuppetEndpoint, apiKey = key) => ({
  baseUrl: new URL(url),
  apiKey: secret(apiKey),
  model: 'puppet',
})

const serve = async (text: string): Promise<string> => {
  const server: Server = createServer((_request, response) => response.end(text))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return `http://127.0.0.1:${String(address.port)}/v1`
}

const nobody = 'http://127.0.0.1:9/v1'

describe('the list of models', () => {
  it('is what the endpoint lists', async () => {
    expect(await listModels(settingsOf(await endpoint()))).toMatchObject({ ok: true, value: { models: ['puppet'] } })
  })

  it('is empty when what came is no list, and a failure when it has no end', async () => {
    const baseUrl = new URL(await serve('<html>'))
    expect(await listModels({ baseUrl, apiKey: undefined })).toMatchObject({ ok: true, value: { models: [] } })
    const endless = new URL(await serve('x'.repeat(2_100_000)))
    expect(await listModels({ baseUrl: endless, apiKey: undefined })).toMatchObject({ ok: false })
  })
})

describe('a test of a model', () => {
  it('says whether it used the tool', async () => {
    const calling = await endpoint(() => ({ kind: 'calls', tool: 'ready', args: ['{}'] }))
    expect(await testModel(settingsOf(calling))).toMatchObject({ ok: true, value: { tools: true } })
    const talking = await endpoint(() => ({ kind: 'text', text: 'Ready.' }))
    expect(await testModel(settingsOf(talking))).toMatchObject({ ok: true, value: { tools: false } })
  })

  it('says what is wrong: the key, the model, nobody there', async () => {
    const there = await endpoint(() => ({ kind: 'status', status: 404 }))
    expect(await testModel(settingsOf(there))).toMatchObject({ failure: { code: 'model-missing', subject: 'puppet' } })
    expect(await testModel(settingsOf(there, 'sk-other'))).toMatchObject({ failure: { code: 'model-key' } })
    const away = { ...settingsOf(there), baseUrl: new URL(nobody) }
    expect(await testModel(away)).toMatchObject({ failure: { code: 'model-unreachable' } })
  })
})

describe('models on this computer', () => {
  it('are found where their programs listen, and nothing else is looked at', async () => {
    const ollama = await serve(JSON.stringify({ data: [{ id: 'llama3.2' }] }))
    expect(await findLocalModels({ ollama, 'lm-studio': nobody })).toEqual([
      { server: 'ollama', url: ollama, models: ['llama3.2'] },
    ])
    expect(await findLocalModels({ ollama: 'https://models.example.com/v1', 'lm-studio': nobody })).toEqual([])
  })
})

describe('a candidate', () => {
  const current = { baseUrl: new URL('https://one.example/v1'), apiKey: secret('sk-stored'), model: 'gpt' }
  const keyFor = (baseUrl?: string): string | undefined => {
    const settings = candidateSettings(baseUrl === undefined ? {} : { baseUrl }, current)
    return settings.ok ? settings.value.apiKey?.reveal() : 'refused'
  }

  it('takes the stored key to the address that it was stored for, and to no other', () => {
    expect(keyFor()).toBe('sk-stored')
    expect(keyFor('https://one.example/v1/')).toBe('sk-stored')
    expect(keyFor('https://two.example/v1')).toBeUndefined()
    expect(keyFor('')).toBeUndefined()
  })

  it('is refused where its address can not be used', () => {
    expect(keyFor('http://two.example/v1')).toBe('refused')
  })
})
