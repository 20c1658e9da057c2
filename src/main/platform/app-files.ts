import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

/** Scheme and host under which the renderer's files are served. */
export const appScheme = 'app'
/** The only host of the scheme. */
export const appHost = 'onbehalf'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** A file that may be served: where it is and what it is. */
export type AppFile = { readonly path: string; readonly contentType: string }

const filesBelow = (directory: string, prefix: string): readonly (readonly [string, AppFile])[] =>
  readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name)
    const address = `${prefix}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(path, address)
    const contentType = contentTypes[extname(entry.name)]
    return entry.isFile() && contentType !== undefined ? [[address, { path, contentType }] as const] : []
  })

/**
 * Lists every file that may be served, by its path in the address. Links and unknown types are left out.
 * SECURITY: a request is looked up in this list and never joined to a path, so it can't climb out of the folder.
 */
export const listAppFiles = (root: string): ReadonlyMap<string, AppFile> => new Map(filesBelow(root, ''))

/** Finds the file that an address names, or undefined when it is none of ours. */
export const findAppFile = (files: ReadonlyMap<string, AppFile>, address: string): AppFile | undefined => {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.protocol === `${appScheme}:` && url.host === appHost ? files.get(url.pathname) : undefined
}

/** Whether an address is one of our own pages. `URL.origin` can't tell: it is the text "null" for any scheme of ours. */
export const isAppAddress = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === `${appScheme}:` && url.host === appHost
}
