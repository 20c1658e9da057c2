/** Which picture stands in the tray, and whether the system colours it by itself. */
export type TrayIcon = { readonly file: string; readonly template: boolean }

/**
 * Chooses the tray's picture. macOS colours a template; Windows says how dark its taskbar is; a Linux desktop doesn't
 * say it of its panel, so the picture there stands out against both.
 */
export const trayIcon = (platform: NodeJS.Platform, darkPanel: boolean | undefined): TrayIcon => {
  if (platform === 'darwin') return { file: 'tray-light.png', template: true }
  if (platform !== 'win32' || darkPanel === undefined) return { file: 'tray.png', template: false }
  return { file: darkPanel ? 'tray-dark.png' : 'tray-light.png', template: false }
}
