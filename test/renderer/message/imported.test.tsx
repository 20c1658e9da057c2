import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { importedOutcomes } from '../../../src/contract/imported-call'
import { ImportedCallView } from '../../../src/renderer/message/imported-call'
import { ImportedFailure } from '../../../src/renderer/message/imported-failure'

test.each(importedOutcomes)('a call of a file that is %s is a record with nothing to press', (outcome) => {
  const call = { title: 'Pay\u202e now', tool: 'pay', providerName: 'Bank', args: {}, outcome, startedAt: 0 }
  const html = renderToStaticMarkup(<ImportedCallView call={call} />)
  expect(html).toContain('Pay⟨U+202E⟩ now')
  expect(html).toContain('It was not done by this app.')
  expect(html).not.toMatch(/<button|<a |<form|<input|role="alert"/)
})

test('a failure of a file is told as what the file says, and nothing of the app', () => {
  const failure = { code: 'connection-expired', subject: 'Mon\u202eday', action: { kind: 'retry' } } as const
  const html = renderToStaticMarkup(<ImportedFailure failure={failure} />)
  expect(html).toContain('What the file says went wrong:')
  expect(html).toContain('Mon⟨U+202E⟩day')
  expect(html).not.toMatch(/<button|role="alert"/)
})
