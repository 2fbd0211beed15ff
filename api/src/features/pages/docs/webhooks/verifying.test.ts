/** WH-2: what the docs show to verify a webhook with verifies ours, and nothing else. */
import { execFile, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { verifying } from './verifying.ts'

const run = promisify(execFile)
const key = Buffer.alloc(32, 7)
const env = { ...process.env, WEBHOOK_SECRET: `whsec_${key.toString('base64')}` }
const at = (path: string) => new URL(path, import.meta.url).href

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonaqor-verifying-'))
})
afterAll(() => rm(folder, { recursive: true }))

const textOf = (language: string) =>
  verifying.find(({ name }) => name.startsWith(language))?.text ?? ''

function sent(body: string, { by = key, ago = 0 } = {}) {
  const seconds = Math.floor(Date.now() / 1000) - ago
  const signature = createHmac('sha256', by).update(`e1.${seconds}.${body}`).digest('base64')
  return {
    'webhook-id': 'e1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,AAAA v1,${signature}`,
  }
}

type Headers = ReturnType<typeof sent>

/** Each is run as whoever copies it would, and says in its exit whether it took it. */
const programs: Record<string, (body: string, headers: Headers) => Promise<[string, string[]]>> = {
  TypeScript: async (body, headers) => {
    const client = at('../../../../../client/src/index.ts')
    const code = stripTypeScriptTypes(textOf('TypeScript')).replace('@sonaqor/client', client)
    const request = { method: 'POST', body, headers }
    const call = `\nawait receive(new Request('https://shop.example', ${JSON.stringify(request)}))`
    await writeFile(join(folder, 'ours.mjs'), code + call)
    return [process.execPath, [join(folder, 'ours.mjs')]]
  },
  JavaScript: async (body, headers) => {
    const library = import.meta.resolve('standardwebhooks')
    const code = textOf('JavaScript').replace('standardwebhooks', library)
    await writeFile(
      join(folder, 'standard.mjs'),
      `${code}\nverify(${JSON.stringify(body)}, ${JSON.stringify(headers)})`,
    )
    return [process.execPath, [join(folder, 'standard.mjs')]]
  },
  Python: async (body, headers) => {
    const call = `\nverify(${JSON.stringify(body)}.encode(), ${JSON.stringify(headers)})`
    await writeFile(join(folder, 'verify.py'), textOf('Python') + call)
    return ['python3', [join(folder, 'verify.py')]]
  },
}

const body = '{"type":"keys.revoked","timestamp":"2026-03-02T09:30:00.000Z","data":{"label":"B"}}'

/** Where the machine lacks the language, it is only written. */
const hasPython = spawnSync('python3', ['--version']).status === 0
const runnable = Object.entries(programs).filter(([name]) => name !== 'Python' || hasPython)

describe.each(runnable)('WH-2: in %s', (_, program) => {
  const takes = async (headers: Headers, received = body) => {
    const [command, args] = await program(received, headers)
    return run(command, args, { env }).then(
      () => true,
      () => false,
    )
  }

  test('what is ours is taken, and what is not, or is old or changed, is refused', async () => {
    expect(await takes(sent(body))).toBe(true)
    expect(await takes(sent(body, { by: Buffer.alloc(32, 8) }))).toBe(false)
    expect(await takes(sent(body, { ago: 400 }))).toBe(false)
    expect(await takes(sent(body), body.replace('B', 'C'))).toBe(false)
  })
})
