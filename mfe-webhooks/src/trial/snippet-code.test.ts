/** WH-5: what is offered to take over refuses whatever a stranger sends, and falls over nothing. */
import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { webhooks } from './snippet-code.ts'

const key = Buffer.from('nobody knows it yet, or does it?')
const body = '{"type":"keys.issued","data":{"label":"Ké"}}'
const timestamp = String(Math.floor(Date.now() / 1000))
const signed = createHmac('sha256', key).update(`msg_1.${timestamp}.${body}`).digest('base64')
const genuine = {
  'webhook-id': 'msg_1',
  'webhook-timestamp': timestamp,
  'webhook-signature': `v1,${signed}`,
}
const asked = [
  genuine,
  { ...genuine, 'webhook-signature': 'v1,ü' },
  { ...genuine, 'webhook-signature': 'v1' },
  { ...genuine, 'webhook-timestamp': 'soon' },
  { ...genuine, 'webhook-timestamp': '9'.repeat(5000) },
  { ...genuine, 'webhook-id': 'ü' },
  { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp },
  {},
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'snippets-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function answersOf(program: string, name: string, code: string): unknown {
  const file = join(folder, name)
  writeFileSync(file, code)
  const { stdout, stderr } = spawnSync(program, [file], {
    encoding: 'utf8',
    input: JSON.stringify({ asked, body }),
    env: { ...process.env, WEBHOOK_SECRET: `whsec_${key.toString('base64')}` },
  })
  return stderr === '' ? JSON.parse(stdout) : stderr
}
const onlyFirst = asked.map((_, at) => at === 0)

test('WH-5: in Node what is genuine is taken, and all else is refused', () => {
  const run = `
import { readFileSync } from 'node:fs'
const { asked, body } = JSON.parse(readFileSync(0, 'utf8'))
console.log(JSON.stringify(asked.map((headers) => isGenuine(headers, Buffer.from(body)))))`
  expect(answersOf(process.execPath, 'verify.mjs', webhooks.hmac.node + run)).toEqual(onlyFirst)
})

const hasPython = spawnSync('python3', ['--version']).status === 0
const inPython = hasPython ? test : test.skip
inPython('WH-5: in Python what is genuine is taken, and all else is refused', () => {
  const run = `
import json, sys
given = json.load(sys.stdin)
print(json.dumps([is_genuine(headers, given["body"].encode()) for headers in given["asked"]]))`
  expect(answersOf('python3', 'verify.py', webhooks.hmac.python + run)).toEqual(onlyFirst)
})
