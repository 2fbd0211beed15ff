import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { until } from '../../../../testing/until.ts'
import { verifyAWebhook } from './verify-a-webhook.ts'

const run = promisify(execFile)
const bytes = Buffer.alloc(32, 7)
const env = { ...process.env, WEBHOOK_SECRET: `whsec_${bytes.toString('base64')}` }

const plain = (text: string) =>
  text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

/** A sample of the page as it would be copied, at another port than the guide's, which may be taken. */
function sample(label: string): string {
  const [, text = ''] =
    new RegExp(`<figcaption>${label}</figcaption>\\s*<pre tabindex="0"><code>([^]*?)</code>`).exec(
      verifyAWebhook.content.text,
    ) ?? []
  return plain(text).replace('3000', String(port))
}

let folder: string
let port: number
let receiver: ChildProcess
let printed = ''

beforeAll(async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  server.close()
  folder = await mkdtemp(join(tmpdir(), 'sonaqor-webhook-'))
  await writeFile(join(folder, 'receiver.mjs'), sample('receiver.mjs'))
  await writeFile(join(folder, 'send.mjs'), sample('send.mjs'))
  receiver = spawn(process.execPath, ['receiver.mjs'], { cwd: folder, env })
  receiver.stdout?.on('data', (text) => (printed += text))
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}`).then(
      () => true,
      () => false,
    )
  await until(isUp)
})
afterAll(async () => {
  receiver.kill()
  await rm(folder, { recursive: true })
})

const now = () => Math.floor(Date.now() / 1000)
const sign = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64')

interface Sent {
  readonly key?: Buffer
  readonly at?: number | string
  readonly body?: string
  readonly signatures?: (genuine: string) => string
}

async function send({
  key = bytes,
  at = now(),
  body = '{"type":"keys.issued"}',
  signatures,
}: Sent) {
  const genuine = `v1,${sign(key, `m1.${at}.{"type":"keys.issued"}`)}`
  const answer = await fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    headers: {
      'webhook-id': 'm1',
      'webhook-timestamp': String(at),
      'webhook-signature': signatures?.(genuine) ?? genuine,
    },
    body,
  })
  return answer.status
}

test('SU-4: the quick start “Verify a webhook”, copied as it stands, takes what it has signed itself', async () => {
  const { stdout } = await run(process.execPath, ['send.mjs'], { cwd: folder, env })
  expect(stdout.trim()).toBe('204')
  await until(() => printed.includes('keys.issued'))
})

test.each<[string, Sent, number]>([
  ['is signed with its secret', {}, 204],
  [
    'is signed by two secrets during a rotation',
    { signatures: (own) => `v1,bm90IGl0 ${own}` },
    204,
  ],
  ['is signed with another secret', { key: Buffer.alloc(32, 8) }, 400],
  ['was changed on its way', { body: '{"type":"keys.revoked"}' }, 400],
  ['is older than five minutes', { at: now() - 400 }, 400],
  ['is of a time to come', { at: now() + 400 }, 400],
  ['says no time', { at: 'now' }, 400],
  [
    'is signed in a way that it does not know',
    { signatures: (own) => own.replace('v1,', 'v9,') },
    400,
  ],
  ['is not signed', { signatures: () => 'v1,' }, 400],
])('SU-4: its receiver answers what %s as it should', async (_, sent, status) => {
  expect(await send(sent)).toBe(status)
})
