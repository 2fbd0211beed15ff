/** KY-4, EM-2: when a key was last used, and when a session was last seen. */
import { expect, test } from '@jest/globals'
import type { Foundation } from '../foundation/index.ts'
import { createLastUses } from './last-uses.ts'

const of = (id: string, tenantId = 't1') => ({ id, tenantId })
const at = (second: number) => new Date(second * 1000)

/** Gathers into what the database would hold, by tenant; that of `t2` is away. */
function gathering() {
  const written: [string, [string, Date][]][] = []
  const told: unknown[] = []
  const ground = {
    scopes: {
      run: async ({ tenantId }: { tenantId: string }, work: (scope: object) => Promise<void>) => {
        if (tenantId === 't2') throw new Error('away')
        await work({ tenantId })
      },
    },
    log: { warn: (about: unknown) => told.push(about) },
  } as unknown as Foundation
  const uses = createLastUses(ground, {
    things: 'keys',
    by: 'logs',
    everyMs: 60_000,
    write: async ({ tenantId }, lastUses) =>
      void written.push([String(tenantId), [...lastUses.entries()]]),
  })
  return { uses, written, told }
}

test('KY-4 of many uses the last one is written, once, whichever answer left last', async () => {
  const { uses, written } = gathering()
  for (const second of [3, 5, 4]) uses.note(of('k1'), at(second))
  uses.note(of('k2'), at(1))
  await uses.flush()
  await uses.flush()
  expect(written).toEqual([
    [
      't1',
      [
        ['k1', at(5)],
        ['k2', at(1)],
      ],
    ],
  ])
})

test('KY-4 what cannot be written for one tenant is told, and holds up no other', async () => {
  const { uses, written, told } = gathering()
  uses.note(of('k2', 't2'), at(1))
  uses.note(of('k3', 't3'), at(1))
  await uses.flush()
  expect(written).toEqual([['t3', [['k3', at(1)]]]])
  expect(told).toMatchObject([{ things: 'keys' }])
})
