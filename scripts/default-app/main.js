// What `electron FOLDER` runs in the runtime built from the registry: opens the app in FOLDER as the
// official default app does. An ES module with a top-level await, because Electron then holds `ready`
// back until the app's own entry has run, which must come first for privileged schemes.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { Module } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const parse = (args) => {
  const preload = []
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '-r' || args[at] === '--require') preload.push(args[(at += 1)])
    else if (args[at] === '-v' || args[at] === '--version') return { kind: 'version' }
    else if (!args[at].startsWith('-')) return { kind: 'open', folder: path.resolve(args[at]), preload }
  }
  return { kind: 'usage' }
}

const open = async (folder, preload) => {
  if (preload.length > 0) Module._preloadModules(preload)
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
  app.name = manifest.productName ?? manifest.name
  app.setVersion(manifest.version ?? '0.0.0')
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(folder)
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', path.join(app.getPath('appData'), app.name))
  await import(pathToFileURL(path.join(folder, manifest.main ?? 'index.js')).href)
}

const request = parse(process.argv.slice(1))
if (request.kind === 'version') {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
} else if (request.kind === 'usage') {
  process.stderr.write('Usage: electron FOLDER\n')
  process.exit(1)
} else {
  try {
    await open(request.folder, request.preload)
  } catch (error) {
    process.stderr.write(`The app in ${request.folder} threw while loading.\n${error.stack}\n`)
    process.exit(1)
  }
}
