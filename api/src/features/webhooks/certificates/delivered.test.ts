/** WH-8: a receiver that lets nobody in without a certificate of its CA gets what is sent to it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { refusalOf } from '../../../testing/partner.ts'
import { until } from '../../../testing/until.ts'
import { issue, issueParties, type Issued } from '../../../testing/webhooks/certificates.ts'
import { startWebhookWorld, type WebhookWorld } from '../../../testing/webhooks/world.ts'

const { ca, server: own, client } = issueParties()
let all: WebhookWorld
let server: Server
let folder: string
/** Who came, and to which path. */
const heard: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonaqor-mtls-'))
  const trusted = join(folder, 'ca.pem')
  await writeFile(trusted, ca.certificate)
  server = createServer(
    { cert: own.certificate, key: own.privateKey, ca: ca.certificate, requestCert: true },
    (request, reply) => {
      const { subject } = (request.socket as TLSSocket).getPeerCertificate()
      heard.push(`${request.method} ${request.url} ${String(subject.CN)}`)
      request.resume()
      reply.writeHead(204, { 'webhook-allowed-origin': '*' }).end()
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  all = await startWebhookWorld({ NODE_EXTRA_CA_CERTS: trusted })
})
afterAll(async () => {
  await all?.stop()
  server.close()
  server.closeAllConnections()
  await rm(folder, { recursive: true })
})

const api = () => all.world.as(all.owner).webhooks
const endpoint = (path: string, more: object = {}) =>
  all.endpoint({
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    ...more,
  })
const set = (id: string, { certificate, privateKey }: Issued) =>
  api().setCertificate({ params: { id }, body: { certificate, privateKey } })
const tried = async (id: string) =>
  (await api().sendTest({ params: { id }, body: { eventType: 'keys.issued' } })).attempt

test('WH-8 it is asked with the certificate of now, and each attempt says what was wrong before', async () => {
  const { id } = await endpoint('/strict')
  expect(await tried(id)).toMatchObject({
    fault: 'tls',
    detail: expect.stringMatching(
      /^the receiver asks for a client certificate, and this endpoint has none.*certificate required/,
    ),
  })
  await set(id, client)
  expect(await tried(id)).toMatchObject({ status: 204, fault: null })
  await all.happen(3)
  await all.settled(id, 3)
  expect(await all.statesOf(id)).toEqual([
    'failed',
    'delivered',
    'delivered',
    'delivered',
    'delivered',
  ])
  const renewed = issue({ name: 'renewed', by: ca, usage: 'clients' })
  await set(id, renewed)
  await all.happen()
  await all.settled(id, 6)
  expect(heard).toEqual([
    ...Array<string>(4).fill(`POST /strict ${client.name}`),
    'POST /strict renewed',
  ])
  await set(id, issue({ name: 'of nobody' }))
  expect(await tried(id)).toMatchObject({
    status: null,
    detail: expect.stringContaining('may not accept the client certificate'),
  })
  await api().removeCertificate({ params: { id } })
  await all.happen()
  await until(async () => (await all.statesOf(id)).includes('retrying'))
  const [last] = await all.rowsOf(
    `select fault, detail from webhook_attempts where endpoint_id = $1 order by at desc limit 1`,
    [id],
  )
  expect(last).toMatchObject({ fault: 'tls', detail: expect.stringContaining('has none') })
  expect(heard).toHaveLength(5)
})

test('WH-9 consent is asked for with it, and its lack is why there is none', async () => {
  const { id } = await endpoint('/asked', { needsConsent: true })
  const params = { id }
  expect(await refusalOf(api().resumeEndpoint({ params }))).toMatchObject({
    status: 409,
    detail: expect.stringContaining('the receiver asks for a client certificate'),
  })
  await set(id, client)
  expect(await api().resumeEndpoint({ params })).toMatchObject({ state: 'active' })
  expect(heard.at(-1)).toBe(`OPTIONS /asked ${client.name}`)
})
