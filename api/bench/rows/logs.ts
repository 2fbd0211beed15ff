/** Log lines through the store, in lots and with all indexes, as the writer hands them over. */
import { randomUUID } from 'node:crypto'
import { uuidv7 } from '../../src/core/crypto/index.ts'
import { createLogStore, type LogLine } from '../../src/features/logs/index.ts'
import { inWorld } from '../ground.ts'
import { atLeast, perSecond, type Measure } from '../measure.ts'

const linesAtOnce = 1000

export function logs(): Promise<Measure[]> {
  return inWorld(async ({ foundation }) => {
    const store = createLogStore((await foundation()).database)
    const tenantId = randomUUID()
    const parties = Array.from({ length: 8 }, () => ({ appId: randomUUID(), keyId: randomUUID() }))
    await store.makeRoom([new Date()])
    const write = async (): Promise<number> => {
      const lines = Array.from({ length: linesAtOnce }, (_, index) =>
        lineOf(tenantId, parties[index % parties.length], index),
      )
      await store.append(lines)
      return linesAtOnce
    }
    await perSecond(write, { seconds: 2, atOnce: 2 })
    const value = await perSecond(write, { seconds: 6, atOnce: 2 })
    return [atLeast(50_000, { name: 'log lines written', value, unit: 'lines/s' })]
  })
}

const detail = JSON.stringify({
  query: '',
  request: {
    headers: { 'content-type': 'application/json', 'user-agent': 'partner/1.0', accept: '*/*' },
    body: { text: '{"externalId":"c-1","name":"[redacted]","region":"CH"}', bytes: 64, cut: false },
  },
  response: {
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: { text: '{"status":"created","externalId":"c-1"}', bytes: 39, cut: false },
  },
})

function lineOf(
  tenantId: string,
  party: Pick<LogLine, 'appId' | 'keyId'> | undefined,
  index: number,
): LogLine {
  return {
    tenantId,
    environment: 'production',
    id: uuidv7(),
    appId: party?.appId ?? tenantId,
    keyId: party?.keyId ?? tenantId,
    keyPrefix: 'sq_live_A1b2',
    method: 'POST',
    path: '/v1/customers',
    status: index % 20 === 0 ? 422 : 200,
    latencyMs: 2.5,
    ip: '203.0.113.7',
    requestId: randomUUID(),
    detail,
  }
}
