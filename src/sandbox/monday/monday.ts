import { join } from 'node:path'
import { openJsonFile } from '../json-file'
import { createProvider } from '../create-provider'
import type { SampleProvider } from '../sample-provider'
import { viewOf } from './access'
import { accountTools } from './account-tools'
import { boardTools } from './board-tools'
import catalogue from './catalogue.json'
import { columnTools } from './column-values'
import { itemTools } from './item-tools'
import { sampleMonday } from './sample'
import { mondayStateSchema } from './state'
import { updateTools } from './update-tools'

/** The sample Monday.com account, kept in `monday.json` of the sandbox's folder. */
export const openMonday = (directory: string): SampleProvider => {
  const tools = { ...accountTools, ...boardTools, ...itemTools, ...columnTools, ...updateTools }
  return createProvider({
    catalogue,
    open: () =>
      openJsonFile({
        path: join(directory, 'monday.json'),
        schema: mondayStateSchema,
        initial: () => sampleMonday(Date.now()),
      }),
    run: ({ identifier, tool, args }, state) => tools[tool]?.({ view: viewOf(state, identifier), args }),
  })
}
