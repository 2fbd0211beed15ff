/**
 * Log lines through the store, in lots and with all indexes and counts, as the writer hands them over; and
 * beside it the same lines into a table that has neither.
 */
import { randomUUID } from 'node:crypto'
import { uuidv7 } from '../../src/core/crypto/index.ts'
import { createLogStore, type LogLine, type LogStore } from '../../src/features/logs/index.ts'
import { inWorld } from '../ground.ts'
import { atLeast, fact, median, perSecond, type Measure } from '../measure.ts'

const linesAtOnce = 1000

export function logs(): Promise<Measure[]> {
  return inWorld(async ({ world, foundation }) => {
    const { database } = await foundation()
    await world.db.query(bareTable)
    const store = createLogStore(database)
    const bare = createLogStore({
      ...database,
      query: (sql, values) =>
        database.query(sql.replace('app.append_log_entries', 'append_bare'), values),
    })
    const tenantId = randomUUID()
    const parties = Array.from({ length: 8 }, () => ({ appId: randomUUID(), keyId: randomUUID() }))
    await store.makeRoom([new Date()])
    const write = async (into: LogStore): Promise<number> => {
      const lines = Array.from({ length: linesAtOnce }, (_, index) =>
        lineOf(tenantId, parties[index % parties.length], index),
      )
      await into.append(lines)
      return linesAtOnce
    }
    const rates = { kept: [] as number[], bare: [] as number[] }
    await perSecond(() => write(store), { seconds: 2, atOnce: 2 })
    // In turns, so that what else the machine does is borne by both.
    for (let turn = 0; turn < 4; turn += 1) {
      rates.bare.push(await perSecond(() => write(bare), { seconds: 1, atOnce: 2 }))
      rates.kept.push(await perSecond(() => write(store), { seconds: 2, atOnce: 2 }))
    }
    const value = median(rates.kept)
    const reference = median(rates.bare)
    const memory = process.memoryUsage().rss / 2 ** 20
    return [
      atLeast(50_000, { name: 'log lines written', value, reference, unit: 'lines/s' }),
      fact({ name: 'log lines written, memory of the process', value: memory, unit: 'MiB' }),
    ]
  })
}

/** The statement and the arrays are the same; the table has no index, no policy and no counts. */
const bareTable = `
  create table bare (like log_entries);
  alter table bare drop column status_group;
  create function append_bare(
    tenant uuid, env text, ids uuid[], apps uuid[], keys uuid[], prefixes text[], methods text[],
    paths text[], statuses smallint[], latencies real[], ips text[], requests text[], details text[]
  ) returns void language sql as $$
    insert into bare (tenant_id, environment, id, app_id, key_id, key_prefix, method, path, status,
      latency_ms, ip, request_id, detail)
    select tenant, env, line.* from unnest(ids, apps, keys, prefixes, methods, paths, statuses,
      latencies, ips, requests, details) as line;
  $$;
  grant insert on bare to sonaqor_app;
  grant execute on function append_bare to sonaqor_app;
`

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
