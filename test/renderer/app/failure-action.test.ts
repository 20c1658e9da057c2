import { expect, test, vi } from 'vitest'
import type { Bridge } from '../../../src/contract/bridge'
import type { Failure } from '../../../src/contract/failure'
import { ok } from '../../../src/contract/result'
import { createActions } from '../../../src/renderer/app/actions'
import { actOn } from '../../../src/renderer/app/failure-action'
import { createStore } from '../../../src/renderer/state/store'
import { createFakeBridge } from '../fake-bridge'

const damaged: Failure = {
  code: 'internal',
  action: { kind: 'show-file', path: '/home/ada/.config/Onbehalf/settings.damaged.json' },
}

test('“Show in folder” names the notice that says where the file is, and does nothing without one', () => {
  const showFile = vi.fn<Bridge['showFile']>(async () => await Promise.resolve(ok(null)))
  const { bridge } = createFakeBridge({ showFile })
  const actions = createActions({ bridge, store: createStore(), retries: new Map() })
  actOn(damaged, actions, {})
  expect(showFile).not.toHaveBeenCalled()
  actOn(damaged, actions, { noticeId: 'n-1' })
  expect(showFile).toHaveBeenCalledWith({ noticeId: 'n-1' })
})
