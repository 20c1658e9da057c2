import { describe, expect, it } from 'vitest'
import { isWaylandSession } from '../../../src/main/platform/session-type'

const session = (
  environment: Readonly<Record<string, string>>,
  rest: { readonly platform?: NodeJS.Platform; readonly ozonePlatform?: string } = {},
): boolean => isWaylandSession({ platform: 'linux', ozonePlatform: '', environment, ...rest })

describe('a Wayland session', () => {
  it('is one by what the session says of itself', () => {
    expect(session({ XDG_SESSION_TYPE: 'wayland' })).toBe(true)
    expect(session({ XDG_SESSION_TYPE: 'Wayland', DISPLAY: ':0' })).toBe(true)
    expect(session({ XDG_SESSION_TYPE: 'x11' })).toBe(false)
  })

  it('is one by its compositor where the session says nothing', () => {
    expect(session({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(session({ XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-1' })).toBe(true)
    expect(session({ WAYLAND_DISPLAY: '', DISPLAY: ':0' })).toBe(false)
    // A compositor inside of an X11 session leaves that session what it is.
    expect(session({ XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: 'wayland-0' })).toBe(false)
  })

  it('is one where Chromium was told so, and XWayland makes it no other', () => {
    expect(session({}, { ozonePlatform: 'wayland' })).toBe(true)
    expect(session({ XDG_SESSION_TYPE: 'wayland' }, { ozonePlatform: 'x11' })).toBe(true)
  })

  it('is none on other systems', () => {
    expect(session({ WAYLAND_DISPLAY: 'wayland-0' }, { platform: 'darwin' })).toBe(false)
    expect(session({ XDG_SESSION_TYPE: 'wayland' }, { platform: 'win32' })).toBe(false)
  })
})
