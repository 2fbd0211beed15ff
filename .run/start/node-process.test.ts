/** When a process of `npm start` counts as up: when it says so, whoever else answers at its address. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../ports.ts'
import { nodeProcess } from './node-process.ts'

let logDir: string
let other: Server

beforeAll(async () => {
  logDir = mkdtempSync(join(tmpdir(), 'sonaqor-logs-'))
  other = createServer((_, answer) => answer.end('I am somebody else.')).listen(0, '127.0.0.1')
  await once(other, 'listening')
})
afterAll(() => {
  other.close()
  rmSync(logDir, { recursive: true })
})

const portalAt = (port: number) =>
  nodeProcess({
    name: 'portal',
    args: ['shell/portal/server.ts'],
    env: { PATH: process.env['PATH'], PORTAL_PORT: String(port) },
    logDir,
    onSpawn: () => undefined,
  })

const start = (port: number) => portalAt(port).start(new AbortController().signal)

test('a portal whose port another program has is not up, and it is said why and where it stands', async () => {
  const { port } = other.address() as AddressInfo
  const fault = await start(port).then(
    () => 'it is up',
    ({ message }: Error) => message,
  )
  expect(fault).toContain('portal did not start: exit code 1')
  expect(fault).toContain('EADDRINUSE')
  expect(fault).toMatch(/More of it: \S*portal\.log$/)
})

test('a portal with a port of its own is up when it says so', async () => {
  const port = await freePort()
  const running = await start(port)
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
  await running.stop()
})
