import { expect, test } from 'vitest'
import { consent, returnedBy, useDesk } from './fixtures'

const verifyUrl = new URL('https://intranet.example.test/onbehalf/verify')
const desk = useDesk({
  verifyUrl,
  startLoopbackServer: () => Promise.reject(new Error('No page of our own is needed')),
})

test("the organisation's own page is named in the link, and no page is served here", async () => {
  await desk().connections.connect('monday-prod')
  const page = consent(desk())
  expect(page.origin + page.pathname).toBe(verifyUrl.href)
  expect((await desk().connections.verify(returnedBy(page))).ok).toBe(true)
})
