import { join } from 'node:path'
import type { DataPorts } from '../inbound/data-handlers'
import { showInFolder } from '../platform/external-links'
import { saveFile } from '../platform/save-dialog'
import { databaseFile } from './data-files'
import type { Foundation } from './foundation'

/** The data folder, as the Data section of Settings reaches it. Its code is loaded when somebody looks. */
export const dataPorts = ({ dataFolder, settings, logger }: Foundation): DataPorts => ({
  showFolder: () => {
    showInFolder(join(dataFolder, databaseFile))
  },
  sizes: async () => {
    const { dataSizes } = await import('../platform/data-sizes')
    const { freeBytes } = await import('../platform/free-bytes')
    return { sizes: await dataSizes(dataFolder), freeBytes: await freeBytes(dataFolder) }
  },
  saveFile,
  preferences: () => settings.read().preferences,
  zip: async (files) => {
    const { zipTexts } = await import('../platform/zip')
    return await zipTexts(files)
  },
  onError: (error) => {
    logger.error('data', error)
  },
})
