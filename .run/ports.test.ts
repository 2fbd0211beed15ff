import { afterEach, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { freePortPair, isRefusedByBrowsers } from './ports.ts'
import { requireFree } from './start/free-ports.ts'

const shell = { of: 'the shell' }
let taken: Server | undefined
afterEach(() => void taken?.close())

/** Node follows the same list; it says so before anything is sent. */
async function isRefusedByFetch(port: number): Promise<boolean> {
  const answer = fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(2000) })
  return answer.then(
    () => false,
    (fault: Error) => String(fault.cause).includes('bad port'),
  )
}

test.each([22, 5060, 6000, 6566, 6665, 6669, 6679, 6697, 10_080])(
  'port %i, which browsers refuse, is named at once',
  async (port) => {
    expect(await isRefusedByFetch(port)).toBe(true)
    await expect(requireFree(port, shell)).rejects.toThrow(`Browsers refuse port ${port}`)
  },
)

test.each([4000, 4100, 5900, 6001, 6670, 10_079])('port %i is as good as any', async (port) => {
  expect(await isRefusedByFetch(port)).toBe(false)
  expect(isRefusedByBrowsers(port)).toBe(false)
})

test('a port that somebody has is named, with what to do', async () => {
  taken = createServer().listen(0)
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  await expect(requireFree(port, shell)).rejects.toThrow(
    `Port ${port}, for the shell, is taken by another program`,
  )
  await expect(requireFree(port, shell)).rejects.toThrow('PORT=5000 npm start')
})

test('a pair of ports can be asked by browsers', async () => {
  const port = await freePortPair()
  expect([port, port + 100].some(isRefusedByBrowsers)).toBe(false)
})
