import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

let portal: ChildProcess
let port: number
let complaints = ''

beforeAll(async () => {
  port = await freePort()
  portal = spawn(process.execPath, [fileURLToPath(new URL('server.ts', import.meta.url))], {
    env: { PATH: process.env['PATH'], PORTAL_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  portal.stderr?.on('data', (text: Buffer) => (complaints += text.toString()))
  if (portal.stdout) await once(portal.stdout, 'data')
})

afterAll(async () => {
  portal.kill()
  await once(portal, 'exit')
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return free
}

/** Sends the target as it stands, as no browser would. */
async function ask(path: string, method = 'GET') {
  const sent = request({ host: '127.0.0.1', port, path, method }).end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.resume()
  return answer
}

test.each(['//', 'http://[', '//[', '*', 'http://elsewhere.example/keys'])(
  'what is no address of the portal, as %s, is refused without a complaint',
  async (target) => {
    expect((await ask(target)).statusCode).toBe(400)
    expect(complaints).toBe('')
  },
)

test.each(['/', '/keys?from=mail', '/logs', '/portal.css'])('%s is served', async (path) => {
  expect((await ask(path)).statusCode).toBe(200)
})

test('there is nothing at other addresses', async () => {
  expect((await ask('/nowhere')).statusCode).toBe(404)
})

test('pages are read, and sessions are opened, and nothing else', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const answer = await ask('/keys', method)
    expect(answer.statusCode).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
  }
  const answer = await ask('/sonaqor-session')
  expect(answer.statusCode).toBe(405)
  expect(answer.headers.allow).toBe('POST')
})

test('another site can open no session', async () => {
  expect((await ask('/sonaqor-session', 'POST')).statusCode).toBe(403)
})
