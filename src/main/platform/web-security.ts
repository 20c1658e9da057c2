import { app, type Session, type WebContents, type WebPreferences } from 'electron'
import { isAppAddress } from './app-files'

/** A proxy that never answers: what the policy, the guards and the request filter miss ends here. */
const deadProxy = 'socks5://127.0.0.1:9'

/** What Chromium would do over the network by itself, in every process. */
const quietSwitches = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'no-pings',
] as const

/** Keeps Chromium itself off the network. Must run before the app is ready; main's own calls don't go through it. */
export const silenceChromium = (): void => {
  for (const name of quietSwitches) app.commandLine.appendSwitch(name)
  // SECURITY: without `<-loopback>` a page could still reach servers on this computer.
  app.commandLine.appendSwitch('proxy-server', deadProxy)
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
}

/** What every window of ours is made with. */
export const windowPreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  enableWebSQL: false,
  devTools: !app.isPackaged,
})

// Copying text, which the engine permits only in answer to a click; reading the clipboard is another permission.
const copying = 'clipboard-sanitized-write'

/** Denies a session every permission but copying, and each device and address that is not one of our own files. */
const hardenSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === copying)
  })
  session.setPermissionCheckHandler((_contents, permission) => permission === copying)
  session.setDevicePermissionHandler(() => false)
  // The spell checker would download its dictionaries.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

const isAllowedRequest = (address: string): boolean =>
  isAppAddress(address) || address.startsWith('data:image/') || (!app.isPackaged && address.startsWith('devtools:'))

const hardenContents = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // SECURITY: WebRTC would go around the proxy over UDP.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Guards every session and page that is ever made: whatever opens a window, it is as closed as ours. */
export const guardEverything = (): void => {
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents)
  })
}

const debugSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'] as const

/**
 * Whether an installed app was started with a switch that lets another program read its memory.
 * Fuses stop `--inspect`; Chromium's own switches can only be refused here.
 */
export const isStartedForDebugging = (): boolean =>
  app.isPackaged && debugSwitches.some((name) => app.commandLine.hasSwitch(name))
