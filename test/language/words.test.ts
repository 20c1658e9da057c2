import { afterEach, expect, it } from 'vitest'
import { currentLocale, setLocale, t } from '../../src/language/words'

afterEach(async () => {
  await setLocale('en')
})

it('says a sentence in the language that was chosen last', async () => {
  expect(t('common.cancel')).toBe('Cancel')
  await setLocale('de-AT')
  expect(t('common.cancel')).toBe('Abbrechen')
  await setLocale('en-GB')
  expect(t('common.cancel')).toBe('Cancel')
})

it('counts as the language does', async () => {
  expect([1, 2].map((count) => t('common.items', { count }))).toEqual(['1 item', '2 items'])
  await setLocale('de')
  expect([1, 2].map((count) => t('common.items', { count }))).toEqual(['1 Eintrag', '2 Einträge'])
})

it('leaves what people typed as it is', () => {
  expect(t('common.deleted', { title: '<b>{{app}}</b> & $t(common.app)' })).toBe(
    '“<b>{{app}}</b> & $t(common.app)” is deleted.',
  )
})

it.each(['', 'fr-FR', 'no locale', '../de', 'de; DROP'])('speaks English when it is asked for %j', async (wanted) => {
  await setLocale(wanted)
  expect(t('common.cancel')).toBe('Cancel')
  expect(currentLocale()).toBe('en')
})

it('marks every sentence in the pseudo-locale, keeps what is filled in, and counts', async () => {
  await setLocale('ar-XB')
  expect(t('common.cancel')).toBe('[Çáñçéļ··]')
  expect(t('common.deleted', { title: 'Plan' })).toBe('[“Plan” íš déļétéd.·····]')
  expect(t('common.items', { count: 2 })).toBe('[2 ítémš··]')
})
