import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile, type JsonFile } from './json-file'

const portsSchema = z.object({
  issuer: z.number().int().min(0).max(65535),
  scalekit: z.number().int().min(0).max(65535),
})

/** The ports of the last start: a remembered session names its issuer by address. */
export type Ports = z.infer<typeof portsSchema>

/** Opens `ports.json` of the sandbox's folder; 0 means any port. */
export const openPorts = (directory: string): JsonFile<Ports> =>
  openJsonFile({
    path: join(directory, 'ports.json'),
    schema: portsSchema,
    initial: () => ({ issuer: 0, scalekit: 0 }),
  })
