/** What the bootstrap decides, in a folder of its own and with an npm that only writes down its calls. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sonaqor-prepare-'))
  for (const name of ['.run', 'tools', 'node_modules/allowed']) {
    mkdirSync(join(folder, name), { recursive: true })
  }
  cpSync(join(import.meta.dirname, 'prepare.mjs'), join(folder, '.run/prepare.mjs'))
  writeTool('npm', 'echo "$@" >> "$0.calls"')
  writeJson('package.json', { allowScripts: { allowed: true, refused: false, absent: true } })
  writeJson('package-lock.json', { packages: locked('1.0.0') })
})

afterEach(() => rmSync(folder, { recursive: true }))

const locked = (version: string) => ({
  '': {},
  'node_modules/needed': { version, integrity: `sha512-${version}` },
  'node_modules/of-another-platform': { version, integrity: 'sha512-other', optional: true },
})

function writeJson(path: string, content: object) {
  writeFileSync(join(folder, path), JSON.stringify(content))
}

function writeTool(name: string, script: string) {
  writeFileSync(join(folder, 'tools', name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'tools', name), 0o755)
}

function installed(version: string) {
  const { 'node_modules/needed': needed } = locked(version)
  writeJson('node_modules/.package-lock.json', { packages: { 'node_modules/needed': needed } })
}

function prepare() {
  const { status, stderr } = spawnSync(process.execPath, ['.run/prepare.mjs'], {
    cwd: folder,
    env: { PATH: `${join(folder, 'tools')}:${process.env['PATH']}` },
    encoding: 'utf8',
  })
  const calls = join(folder, 'tools/npm.calls')
  return { status, stderr, npm: existsSync(calls) ? readFileSync(calls, 'utf8') : '' }
}

test('a fresh clone is installed as its lock says, and only allowed install scripts run', () => {
  const { status, npm } = prepare()
  expect(status).toBe(0)
  expect(npm).toMatch(/^ci --ignore-scripts .*\nrebuild allowed --loglevel=error\n$/)
})

test('what is installed already is not installed again', () => {
  installed('1.0.0')
  expect(prepare()).toMatchObject({ status: 0, npm: '' })
})

test('a changed lock is installed', () => {
  installed('0.9.0')
  expect(prepare().npm).toMatch(/^ci /)
})

test('an install that was interrupted is made again', () => {
  mkdirSync(join(folder, 'node_modules/needed'))
  expect(prepare().npm).toMatch(/^ci /)
})

test('without a Node that runs TypeScript it says what is needed', () => {
  installed('1.0.0')
  writeTool('node', 'echo v20.20.2')
  const { status, stderr } = prepare()
  expect(status).toBe(1)
  expect(stderr).toContain('needs Node 24 or newer')
})
