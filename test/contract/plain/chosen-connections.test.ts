import { describe, expect, it } from 'vitest'
import { chosenIn, chosenNames, handleOf, type Choosable } from '../../../src/contract/plain/chosen-connections'

const monday: Choosable = { name: 'monday-prod', provider: 'MONDAY', providerName: 'Monday.com' }
const intercom: Choosable = { name: 'intercom', provider: 'INTERCOM', providerName: 'Intercom' }
const second: Choosable = { name: 'monday-test', provider: 'MONDAY', providerName: 'Monday.com, monday-test' }
const sheets: Choosable = { name: 'Team sheets!', provider: 'GOOGLE_SHEETS', providerName: 'Google Sheets' }

describe('choosing a connection by @', () => {
  it.each([
    ['@monday list my boards', ['monday-prod']],
    ['@Monday.com list my boards', ['monday-prod']],
    ['Ask @monday.', ['monday-prod']],
    ['Compare (@monday) with @intercom, and @monday again', ['monday-prod', 'intercom']],
    ['First line\n@intercom', ['intercom']],
    ['Find lena@intercom', []],
    ['@mon list', []],
    ['@slack', []],
    ['@', []],
  ])('%j chooses %j', (text, names) => {
    expect(chosenNames(text, [monday, intercom])).toEqual(names)
  })

  it('tells two connections of a provider apart by their names, and takes neither where that is not said', () => {
    const all = [monday, second, intercom]
    expect(all.map((one) => handleOf(one, all))).toEqual(['monday-prod', 'monday-test', 'intercom'])
    expect(chosenNames('@monday', all)).toEqual([])
    expect(chosenNames('@monday-test', all)).toEqual(['monday-test'])
  })

  it('gives every connection a handle that leads back to it', () => {
    const misleading: Choosable = { name: 'monday', provider: 'NOTION', providerName: 'Notion' }
    for (const all of [[monday], [monday, misleading], [monday, second, sheets]]) {
      for (const one of all) expect(chosenNames(`@${handleOf(one, all)} please`, all)).toEqual([one.name])
    }
  })

  it('says where', () => {
    expect(chosenIn('Ask @monday-prod.', [monday])).toEqual([{ start: 4, end: 16, name: 'monday-prod' }])
  })
})
