import { afterEach, expect, it } from 'vitest'
import { setLanguage, t } from '../../src/language/words'

afterEach(async () => {
  await setLanguage('en')
})

it('says a sentence in the language that was chosen last', async () => {
  expect(t('common.cancel')).toBe('Cancel')
  await setLanguage('de')
  expect(t('common.cancel')).toBe('Abbrechen')
})

it('counts as the language does', async () => {
  expect([1, 2].map((count) => t('common.items', { count }))).toEqual(['1 item', '2 items'])
  await setLanguage('de')
  expect([1, 2].map((count) => t('common.items', { count }))).toEqual(['1 Eintrag', '2 Einträge'])
})

it('leaves what people typed as it is', () => {
  expect(t('common.deleted', { title: '<b>{{app}}</b> & $t(common.app)' })).toBe(
    '“<b>{{app}}</b> & $t(common.app)” is deleted.',
  )
})
