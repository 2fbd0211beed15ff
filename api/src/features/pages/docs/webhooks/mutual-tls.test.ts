/** WH-8: what the docs show to let us alone in does so, to whom it shows to issue a certificate. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { until } from '../../../../testing/until.ts'
import { issue, issueParties } from '../../../../testing/webhooks/certificates.ts'
import { issuing, serving } from './mutual-tls.ts'

const { ca: ofServer, server: hooks } = issueParties()
let folder: string
let port: number
let server: ChildProcess
/** What the machine makes of it; where it lacks a new enough OpenSSL, what that would make. */
const hasOpenssl = /^OpenSSL [3-9]/.test(String(spawnSync('openssl', ['version']).stdout))

const write = (name: string, text: string) => writeFile(join(folder, name), text)
const read = (name: string) => readFile(join(folder, name), 'utf8')

async function issueAsShown(): Promise<void> {
  if (hasOpenssl) {
    execFileSync('bash', ['-e', '-c', issuing], { cwd: folder, stdio: 'ignore' })
    return
  }
  const ca = issue({ name: 'CA of our receivers', isCa: true })
  const ours = issue({ name: 'sonaqor', by: ca, usage: 'clients' })
  await write('ca.pem', ca.certificate)
  await write('sonaqor.pem', ours.certificate)
  await write('sonaqor.key', ours.privateKey)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonaqor-mutual-'))
  await issueAsShown()
  await write('hooks.pem', hooks.certificate)
  await write('hooks.key', hooks.privateKey)
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  port = (free.address() as AddressInfo).port
  free.close()
  await write('server.mjs', serving.replace('8443', String(port)))
  server = spawn(process.execPath, ['server.mjs'], { cwd: folder })
  await until(async () => (await asked({})) !== 'ECONNREFUSED')
})
afterAll(async () => {
  server?.kill()
  await rm(folder, { recursive: true })
})

/** The status, or the code of what went wrong. */
function asked(shown: { cert?: string; key?: string }): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const options = { host: 'localhost', port, ca: ofServer.certificate, ...shown, agent: false }
    const asking = request(options, (reply) => resolve(reply.resume().statusCode))
    asking.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code)).end()
  })
}

test('WH-8 it lets in whoever shows what was issued to us, and nobody else', async () => {
  const cert = await read('sonaqor.pem')
  expect(new X509Certificate(cert)).toMatchObject({
    ca: false,
    keyUsage: ['1.3.6.1.5.5.7.3.2'],
  })
  expect(await asked({ cert, key: await read('sonaqor.key') })).toBe(204)
  expect(await asked({})).toEqual(expect.any(String))
  const { certificate, privateKey } = issue({ name: 'sonaqor', usage: 'clients' })
  expect(await asked({ cert: certificate, key: privateKey })).toEqual(expect.any(String))
})
