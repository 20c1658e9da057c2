import { expect, it } from 'vitest'
import { chooseLocale } from '../../../src/main/platform/choose-locale'

const system = (preferred: readonly string[], regional = 'en-US') => ({ preferred, regional, pseudo: false })

it.each([
  [['de-DE'], 'de-DE', 'de-DE'],
  [['de', 'en'], 'de-AT', 'de-AT'],
  [['de_CH.UTF-8'], '', 'de-CH'],
  [['fr-FR', 'de', 'en-GB'], 'fr-FR', 'de'],
  [['en-GB', 'de'], 'de-DE', 'en-GB'],
  [['ja-JP'], 'ja-JP', 'en'],
  [['C'], 'C', 'en'],
  [[], '', 'en'],
  [['../../etc', '<b>'], 'x y', 'en'],
])('of a system that prefers %j in %j is %s', (preferred, regional, locale) => {
  expect(chooseLocale('system', system(preferred, regional))).toBe(locale)
})

it('is the language that was chosen, with a region of that language only', () => {
  expect(chooseLocale('de', system(['en-GB'], 'en-GB'))).toBe('de')
  expect(chooseLocale('de', system(['en-GB'], 'de-CH'))).toBe('de-CH')
  expect(chooseLocale('en', system(['de-DE', 'en-GB'], 'de-DE'))).toBe('en-GB')
})

it('is the pseudo-locale only when that was asked for', () => {
  expect(chooseLocale('de', { ...system(['de']), pseudo: true })).toBe('ar-XB')
  expect(chooseLocale('system', system(['ar-XB'], 'ar-XB'))).toBe('en')
})
