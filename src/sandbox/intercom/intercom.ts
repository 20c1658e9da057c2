import { join } from 'node:path'
import { createProvider } from '../create-provider'
import { openJsonFile } from '../json-file'
import type { SampleProvider } from '../sample-provider'
import { viewOf } from './access'
import { adminTools } from './admin-tools'
import catalogue from './catalogue.json'
import { companyTools } from './company-tools'
import { contactTools } from './contact-tools'
import { conversationTools } from './conversation-tools'
import { sampleIntercom } from './sample'
import { intercomStateSchema } from './state'

/** The sample Intercom workspaces, kept in `intercom.json` of the sandbox's folder. */
export const openIntercom = (directory: string): SampleProvider => {
  const tools = { ...adminTools, ...companyTools, ...contactTools, ...conversationTools }
  return createProvider({
    catalogue,
    open: () =>
      openJsonFile({
        path: join(directory, 'intercom.json'),
        schema: intercomStateSchema,
        initial: () => sampleIntercom(Date.now()),
      }),
    run: ({ identifier, tool, args }, state) => tools[tool]?.({ view: viewOf(state, identifier), args }),
  })
}
