// A Scalekit environment in a process of its own, so that answering costs the caller nothing.
import { sourceModule } from './source-module.mjs'

const { startEnvironment } = await sourceModule('test/main/scalekit/environment.ts')
const environment = await startEnvironment()
const identifier = 'bench@example.test'
environment.state.accounts.push({ id: 'ca_bench', identifier, connector: 'monday-prod', provider: 'MONDAY', status: 1 })
process.send({
  url: environment.url.href,
  clientId: environment.clientId,
  clientSecret: environment.clientSecret,
  identifier,
})
process.once('disconnect', () => process.exit())
