/** A company of its own for a journey: its provider of OpenID Connect, and the DNS of its domain. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { startFakeDns, type FakeDns } from '../../api/src/features/sso/fake-dns.ts'
import { startProvider, type RealProvider } from '../../api/src/features/sso/real-provider.ts'

export interface Company {
  readonly dns: FakeDns
  readonly provider: RealProvider
  stop(): Promise<void>
}

/** A port that nobody listens at: the product is told of it before the journey that listens begins. */
export async function freeDnsPort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

/** Registered as its owners do it: with the addresses that the page names. */
export async function startCompany(redirectUri: string, logoutUri: string): Promise<Company> {
  const port = Number(process.env['SONAQOR_DNS']?.split(':')[1])
  const dns = await startFakeDns(port)
  const provider = await startProvider({ redirectUris: [redirectUri], logoutUri })
  return {
    dns,
    provider,
    stop: async () => {
      dns.stop()
      await provider.stop()
    },
  }
}
