import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ConfigurationEntry } from '../../../../src/contract/settings'
import { createActions } from '../../../../src/renderer/app/actions'
import { AppContext } from '../../../../src/renderer/app/use-app'
import { ConfigurationForm } from '../../../../src/renderer/features/settings/configuration-form'
import { createStore } from '../../../../src/renderer/state/store'
import { createFakeBridge, emptySettings } from '../../fake-bridge'

const store = createStore()
const actions = createActions({ bridge: createFakeBridge().bridge, store, retries: new Map() })

const fieldFrom = (source: ConfigurationEntry['source']): string =>
  renderToStaticMarkup(
    <AppContext value={{ store, actions }}>
      <ConfigurationForm
        settings={{
          ...emptySettings,
          configuration: [{ variable: 'ONBEHALF_ISSUER', secret: false, source, value: 'https://id.example' }],
        }}
        onSave={() => Promise.resolve(true)}
      />
    </AppContext>,
  )

test('what is set by the environment or the .env file is shown, says where it is changed, and can’t be here', () => {
  const fixed = /<input [^>]*disabled=""[^>]*value="https:\/\/id\.example"/
  expect(fieldFrom('environment')).toMatch(fixed)
  expect(fieldFrom('environment')).toContain('Set from the environment; change it there.')
  expect(fieldFrom('dotenv')).toMatch(fixed)
  expect(fieldFrom('dotenv')).toContain('Set from the .env file; change it there.')
  expect(fieldFrom('settings')).not.toMatch(fixed)
  expect(fieldFrom('settings')).not.toContain('change it there')
})
