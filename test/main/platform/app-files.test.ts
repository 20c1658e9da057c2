import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findAppFile, listAppFiles } from '../../../src/main/platform/app-files'

describe('files that windows may load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onbehalf-app-files-'))
  const root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.js'), '')
  for (const name of ['chat.html', 'assets/chat.js', 'assets/inter.woff2', 'notes.txt'])
    writeFileSync(join(root, name), '')
  symlinkSync(join(folder, 'secret.js'), join(root, 'link.js'))
  const files = listAppFiles(root)
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('are those of the folder, with their types', () => {
    expect(findAppFile(files, 'app://onbehalf/chat.html')).toEqual({
      path: join(root, 'chat.html'),
      contentType: 'text/html; charset=utf-8',
    })
    expect(findAppFile(files, 'app://onbehalf/assets/chat.js?v=1#x')?.contentType).toMatch(/^text\/javascript/)
    expect(findAppFile(files, 'app://onbehalf/assets/inter.woff2')?.contentType).toBe('font/woff2')
  })

  it.each([
    'app://onbehalf/../secret.js',
    'app://onbehalf/%2e%2e/secret.js',
    'app://onbehalf/..%2fsecret.js',
    'app://onbehalf/assets/../../secret.js',
    'app://onbehalf/assets/..%5c..%5csecret.js',
    'app://onbehalf//etc/passwd',
    'app://onbehalf/link.js',
    'app://onbehalf/notes.txt',
    'app://onbehalf/assets',
    'app://onbehalf/',
    'app://elsewhere/chat.html',
    'file:///chat.html',
    'nonsense',
  ])('are not %s', (address) => {
    expect(findAppFile(files, address)).toBeUndefined()
  })
})
