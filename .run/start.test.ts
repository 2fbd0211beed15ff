import { expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from './places.ts'

test('a variable that a server would refuse is named before anything is made', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sonaqor-start-'))
  const env = {
    ...process.env,
    SONAQOR_DATA_DIR: dataDir,
    LOG_LEVEL: 'loud',
    TRUSTED_PROXIES: '-1',
  }
  const { status, stderr } = spawnSync(process.execPath, [inRoot('.run/start.ts')], {
    env,
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect(status).toBe(1)
  expect(stderr).toContain('LOG_LEVEL: ')
  expect(stderr).toContain('TRUSTED_PROXIES: ')
  expect(stderr).not.toMatch(/^ +at /m)
  expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres'))).toEqual([])
  rmSync(dataDir, { recursive: true })
})
