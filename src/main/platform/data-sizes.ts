import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { dataKinds, type DataKind, type DataSizes } from '../../contract/data'

const settingsFiles: ReadonlySet<string> = new Set(['settings.json', 'secrets.json', 'window.json'])

const folders: Readonly<Record<string, DataKind>> = { logs: 'logs', 'code-cache': 'code-cache', sandbox: 'sandbox' }

/** What a file of the data folder is, by its path in there. What the browser engine keeps for itself is `other`. */
export const kindOf = (path: string): DataKind => {
  const [top = '', ...rest] = path.split(sep)
  if (rest.length > 0) return folders[top] ?? 'other'
  if (top.includes('.unreadable-')) return 'set-aside'
  if (top.startsWith('onbehalf.db')) return 'database'
  if (top === 'activity-heads.json') return 'activity-heads'
  return settingsFiles.has(top) ? 'settings' : 'other'
}

// Files come and go while they are counted.
const sizeOf = async (path: string): Promise<number> => {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : 0
  } catch {
    return 0
  }
}

/** How many bytes there are of each kind below the data folder; kinds of which there is nothing are left out. */
export const dataSizes = async (folder: string): Promise<DataSizes['sizes']> => {
  const totals = new Map<DataKind, number>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const kind = kindOf(relative(folder, path))
    totals.set(kind, (totals.get(kind) ?? 0) + (await sizeOf(path)))
  }
  return dataKinds.flatMap((kind) => {
    const bytes = totals.get(kind) ?? 0
    return bytes === 0 ? [] : [{ kind, bytes }]
  })
}
