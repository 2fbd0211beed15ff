import { expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TenantPrincipal } from '../access/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { createLog } from '../log/index.ts'
import type { Scope } from '../scope/index.ts'
import type { LiveStream } from './stream.ts'
import { Tails } from './tails.ts'

const principalWith = (...scopes: string[]) =>
  ({ kind: 'key', id: 'k', tenantId: 't', scopes: new Set(scopes) }) as unknown as TenantPrincipal

/** A stream whose reads wait until they are let go, and a listener whose rights can change. */
function open() {
  let principal = principalWith('logs:read')
  let reads = 0
  let held = Promise.withResolvers<void>()
  const sent: (readonly [name: string, batch: unknown])[] = []
  const stream: LiveStream = {
    name: 'logs',
    start: 'tail',
    stop: 'untail',
    ended: 'untailed',
    access: 'logs:read',
    open: async () => ({
      topic: 'logs',
      read: async () => {
        reads += 1
        held = Promise.withResolvers()
        await held.promise
        return `batch ${reads}`
      },
    }),
  }
  const foundation = {
    log: createLog('silent'),
    bus: { on: () => () => undefined },
    scopes: {
      run: (who: TenantPrincipal, work: (scope: Scope) => Promise<unknown>) =>
        work({ principal: who } as Scope),
    },
  } as unknown as Foundation
  const tails = new Tails({
    foundation,
    principal: () => principal,
    caller: { id: 'c', ip: '203.0.113.1', userAgent: null },
    send: (name, batch) => sent.push([name, batch]),
  })
  return {
    tails,
    stream,
    sent,
    reads: () => reads,
    letGo: () => held.resolve(),
    becomes: (next: TenantPrincipal) => (principal = next),
  }
}

test('what was being read when the rights changed is not sent', async () => {
  const { tails, stream, sent, letGo, becomes } = open()
  await tails.start(stream, {})
  becomes(principalWith('logs:read'))
  letGo()
  await sleep(10)
  expect(sent).toEqual([])
  tails.close()
})

test('without the scope nothing is read, even where nobody began the stream anew', async () => {
  const { tails, stream, sent, reads, letGo, becomes } = open()
  await tails.start(stream, {})
  letGo()
  await sleep(10)
  becomes(principalWith('keys:read'))
  await sleep(1500)
  expect(sent).toEqual([
    ['logs', 'batch 1'],
    ['untailed', undefined],
  ])
  expect(reads()).toBe(1)
  tails.close()
})

test('for whoever has gone nothing is read, nor begun any more', async () => {
  const { tails, stream, reads, letGo } = open()
  await tails.start(stream, {})
  tails.close()
  letGo()
  await tails.start(stream, {})
  await sleep(1500)
  expect(reads()).toBe(1)
})
