import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { dataSizes } from '../../../src/main/platform/data-sizes'

test('what is kept is counted by kind, with everything in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onbehalf-'))
  const files = {
    'onbehalf.db': 100,
    'onbehalf.db-wal': 20,
    'onbehalf.db.copy': 3,
    'onbehalf.db.unreadable-2026-11-28': 7,
    'activity-heads.json': 5,
    'settings.json': 11,
    'secrets.json': 2,
    'logs/main.log': 40,
    'code-cache/a.js': 6,
    'Cache/deep/data_0': 8,
    Cookies: 1,
  }
  for (const [name, size] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), 'x'.repeat(size))
  }
  expect(await dataSizes(folder)).toEqual([
    { kind: 'database', bytes: 123 },
    { kind: 'activity-heads', bytes: 5 },
    { kind: 'settings', bytes: 13 },
    { kind: 'logs', bytes: 40 },
    { kind: 'code-cache', bytes: 6 },
    { kind: 'set-aside', bytes: 7 },
    { kind: 'other', bytes: 9 },
  ])
})
