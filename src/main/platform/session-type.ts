/** What tells how windows reach the screen. */
export type SessionSigns = {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What Chromium was told with `--ozone-platform`; empty when nothing. */
  readonly ozonePlatform: string
}

/**
 * Whether this is a Wayland session, where no app gets a shortcut of the whole desktop. One that runs over XWayland
 * in it is told that it got one, and then hears it only while a window of its own has the focus.
 * @see https://www.freedesktop.org/software/systemd/man/latest/pam_systemd.html#%24XDG_SESSION_TYPE
 */
export const isWaylandSession = ({ platform, environment, ozonePlatform }: SessionSigns): boolean => {
  if (platform !== 'linux') return false
  const type = environment['XDG_SESSION_TYPE']?.toLowerCase() ?? ''
  if (ozonePlatform.toLowerCase() === 'wayland' || type === 'wayland') return true
  return type !== 'x11' && (environment['WAYLAND_DISPLAY'] ?? '') !== ''
}
