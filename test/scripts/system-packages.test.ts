import { describe, expect, it } from 'vitest'
import { debianPackages, isOnPath, missingLibraries, parseOsRelease } from '../../scripts/system-packages.mjs'

describe('missingLibraries', () => {
  it('names each library that was not found once, except the one beside the executable', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibffmpeg.so => not found',
      '\tlibnss3.so => not found',
      '\tlibnss3.so => not found',
      '\tlibgtk-3.so.0 => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1)',
    ].join('\n')
    expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
  })

  it('finds nothing where ldd has nothing to say', () => {
    expect(missingLibraries('\tnot a dynamic executable\n')).toEqual([])
  })
})

describe('debianPackages', () => {
  const libraries = ['libnss3.so']
  const names = (osRelease: string) => debianPackages({ libraries, programs: [], release: parseOsRelease(osRelease) })

  it('uses the old names up to Debian 12 and Ubuntu 22.04', () => {
    const old = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2']
    expect(names('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n')).toEqual(old)
    expect(names('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"\n')).toEqual(old)
  })

  it('uses the names with t64 from Debian 13 and Ubuntu 24.04 on', () => {
    const renamed = ['libgtk-3-0t64', 'libnss3', 'libgbm1', 'libasound2t64']
    expect(names('ID=debian\nVERSION_ID="13"\n')).toEqual(renamed)
    expect(names('ID=ubuntu\nVERSION_ID="24.04"\n')).toEqual(renamed)
  })

  it('asks for programs only where they are missing', () => {
    const release = { id: 'debian', version: 12 }
    expect(debianPackages({ libraries: [], programs: ['Xvfb'], release })).toEqual(['xvfb', 'xauth'])
    expect(debianPackages({ libraries: [], programs: ['xdotool'], release })).toEqual(['xdotool'])
    expect(debianPackages({ libraries: [], programs: [], release })).toEqual([])
  })

  it('names a package once, and a session bus that brings no systemd', () => {
    const programs = ['dbus-daemon', 'gnome-keyring-daemon']
    const names = debianPackages({ libraries: [], programs, release: { id: 'debian', version: 12 } })
    expect(names).toEqual(['dbus-x11', 'gnome-keyring', 'libsecret-1-0'])
  })
})

describe('isOnPath', () => {
  it('looks through every folder of the PATH', () => {
    expect(isOnPath('sh', '/nowhere:/bin')).toBe(true)
    expect(isOnPath('sh', '/nowhere:')).toBe(false)
  })
})
