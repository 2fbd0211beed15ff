import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identify } from '../processes.ts'
import { openRecord } from './record.ts'

jest.spyOn(console, 'log').mockImplementation(() => undefined)

let dataDir: string
let sleeper: ChildProcess

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sonaqor-record-'))
  sleeper = spawn('sleep', ['60'])
  await once(sleeper, 'spawn')
})

afterEach(() => {
  sleeper.kill('SIGKILL')
  rmSync(dataDir, { recursive: true })
})

function left(entry: object) {
  writeFileSync(join(dataDir, 'processes.json'), JSON.stringify([entry]))
}

test('a process that a killed start left behind is ended', async () => {
  left({ name: 'web', ...identify(sleeper.pid!) })
  const exited = once(sleeper, 'exit')
  const record = await openRecord(dataDir)
  expect(await exited).toEqual([null, 'SIGTERM'])
  record.close()
})

test('a stranger who has the number by now is left alone', async () => {
  left({ name: 'web', pid: sleeper.pid, birth: 'of another' })
  const record = await openRecord(dataDir)
  expect(identify(sleeper.pid!)).toBeDefined()
  record.close()
})

test('a second start with the same data is refused, and told how to be one', async () => {
  left({ name: 'start', ...identify(sleeper.pid!) })
  await expect(openRecord(dataDir)).rejects.toThrow(/runs already .* SONAQOR_DATA_DIR and PORT/)
  expect(identify(sleeper.pid!)).toBeDefined()
})

test('a clean end leaves nothing to be found', async () => {
  const record = await openRecord(dataDir)
  record.add('web', sleeper.pid!)
  expect(existsSync(join(dataDir, 'processes.json'))).toBe(true)
  record.close()
  expect(existsSync(join(dataDir, 'processes.json'))).toBe(false)
})
