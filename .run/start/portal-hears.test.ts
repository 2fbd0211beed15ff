/** WH-9: the portal of the demo is told what happened before it was there, whatever start is cut off. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { letPortalHear } from './portal-hears.ts'

const endpointId = '01920000-0000-7000-8000-00000000e001'
const path = `/v1/webhooks/endpoints/${endpointId}`
const told = jest.spyOn(console, 'log').mockImplementation(() => undefined)
let dataDir: string
let server: Server
let asked: string[]
let because: string | null
/** What the server dies at. */
let last: string | undefined

/** As much of the API as the start asks; it is down once it was asked the last thing. */
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sonaqor-portal-'))
  ;[asked, because, last] = [[], 'unconfirmed', undefined]
  told.mockClear()
  server = createServer((request, response) => {
    const what = `${request.method} ${request.url}`
    if (last !== undefined && asked.includes(last)) return request.socket.destroy()
    asked.push(what)
    if (what === `POST ${path}/resume`) because = null
    response.setHeader('content-type', 'application/json')
    return response.end(JSON.stringify({ because, deliveries: 3 }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
  rmSync(dataDir, { recursive: true })
})

function start(): Promise<void> {
  const { port } = server.address() as AddressInfo
  const webhooks = { endpointId, secret: 'whsec_' }
  return letPortalHear(`http://127.0.0.1:${port}`, { apiKey: 'sq_test_', webhooks }, dataDir)
}

const replayed = () => asked.filter((what) => what === 'POST /v1/webhooks/replays').length

test('WH-9 the portal is asked once, and told once what happened before', async () => {
  await start()
  await start()
  expect(asked.filter((what) => what.endsWith('/resume'))).toHaveLength(1)
  expect(replayed()).toBe(1)
  expect(told).not.toHaveBeenCalled()
})

test('WH-9 where a start ended between the two, the next one tells it', async () => {
  last = `POST ${path}/resume`
  await start()
  expect([replayed(), told.mock.calls.length]).toEqual([0, 1])
  last = undefined
  await start()
  await start()
  expect(replayed()).toBe(1)
})

test('WH-9 whoever has it paused or in use is told nothing, and no start fails where nobody answers', async () => {
  because = 'paused'
  await start()
  expect(asked).toEqual([`GET ${path}`])
  last = `GET ${path}`
  await start()
  expect(told).toHaveBeenCalledWith(expect.stringContaining('The portal is told nothing'))
})
