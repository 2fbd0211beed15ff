/** Who we are to a receiver that asks for a certificate, over real TLS. */
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { issue, issueParties, type Issued } from '../../testing/webhooks/certificates.ts'
import { createCourier, type ClientIdentity, type Courier } from './index.ts'

const { ca, server: own, client } = issueParties()
const trusted = getCACertificates('default')
let server: Server
let courier: Courier
let url: string
/** Of each request: who asked, and on which connection. */
const heard: { subject: unknown; port: number | undefined }[] = []

beforeAll(async () => {
  setDefaultCACertificates([...trusted, ca.certificate])
  server = createServer(
    {
      cert: own.certificate,
      key: own.privateKey,
      ca: ca.certificate,
      requestCert: true,
      rejectUnauthorized: false,
    },
    (request, reply) => {
      const socket = request.socket as TLSSocket
      const subject = socket.getPeerCertificate().subject?.CN
      heard.push({ subject, port: socket.remotePort })
      reply.end()
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
  courier = createCourier({ allowsLoopback: true, timeoutMs: 5000, answerMax: 1000 })
})
afterAll(() => {
  setDefaultCACertificates(trusted)
  courier.close()
  server.close()
  server.closeAllConnections()
})

const identityOf = (name: string, { certificate, privateKey }: Issued): ClientIdentity => ({
  name,
  certificate,
  privateKey,
})
async function ask(identity: ClientIdentity | null) {
  const carried = await courier.post({ url, headers: {}, body: Buffer.from('{}'), identity })
  expect(carried).toMatchObject({ status: 200, error: null })
  return heard.at(-1)!
}

test('WH-8 a connection carries nothing of anybody but whom it was made for, by the certificate of then', async () => {
  const mine = identityOf('mine', client)
  const first = await ask(mine)
  expect(first.subject).toBe(client.name)
  // Read again, it is the same certificate.
  expect(await ask({ ...mine })).toEqual(first)
  const others = await ask(identityOf('of another endpoint', client))
  const replaced = await ask(identityOf('mine, anew', issue({ name: 'anew', by: ca })))
  const none = await ask(null)
  expect([others.subject, replaced.subject, none.subject]).toEqual([client.name, 'anew', undefined])
  expect(new Set([first, others, replaced, none].map(({ port }) => port)).size).toBe(4)
  expect(await ask(null)).toEqual(none)
  expect(await ask(mine)).toEqual(first)
})

test('WH-8 a certificate that cannot be shown is a fault of its request alone', async () => {
  const odd = { name: 'odd', certificate: client.certificate, privateKey: own.privateKey }
  const request = { url, headers: {}, body: Buffer.from(''), identity: odd }
  const { status, error } = await courier.post(request)
  expect([status, error?.code]).toEqual([null, 'ERR_OSSL_X509_KEY_VALUES_MISMATCH'])
})
