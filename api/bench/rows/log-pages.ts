/**
 * Pages, charts and counts of many log lines over HTTP, by every kind of filter and however deep: ten
 * million lines over thirty days, or as many as `--lines` says.
 */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { inWorld } from '../ground.ts'
import { atMost, fact, median, percentile, type Measure } from '../measure.ts'

const days = 30
const dayMs = 24 * 3_600_000
const rounds = 6
const linesAtOnce = 100_000

type Query = Readonly<Record<string, string>>

export function logPages(): Promise<Measure[]> {
  const { values } = parseArgs({
    strict: false,
    options: { lines: { type: 'string', default: '10000000' } },
  })
  const lines = Number(values['lines'])
  return inWorld(async ({ world }) => {
    const tenant = await world.tenant('Bench', { roles: ['owner'] })
    const apps = await Promise.all(
      (['sandbox', 'production', 'production', 'production'] as const).map((environment) =>
        tenant.app(environment),
      ),
    )
    const end = Date.now()
    const keyIds = Array.from({ length: 8 }, () => randomUUID())
    const filled = performance.now()
    await fill(world.db, { tenantId: tenant.id, apps, keyIds, lines, end })
    // Signed in behind the filling, which may take longer than a session.
    const { email, password } = await tenant.member()
    const owner = await world.as(null).auth.signIn({ body: { email, password } })
    const fillRate = (lines * 1000) / (performance.now() - filled)

    const time = async (path: string, query: Query): Promise<[number, string | null]> => {
      const began = performance.now()
      const answer = await world.ask(`/v1/logs${path}?${new URLSearchParams(query)}`, { as: owner })
      const reply = (await answer.json()) as { page?: { next: string | null } }
      if (answer.status !== 200) throw new Error(JSON.stringify(reply))
      return [performance.now() - began, reply.page?.next ?? null]
    }
    // What a request costs that asks for next to nothing, at the same moments.
    const bare: number[] = []
    const samplesOf = async (path: string, query: Query) => {
      const samples: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const [ms, next] = await time(path, query)
        samples.push(ms)
        const began = performance.now()
        await (await world.ask('/v1/me', { as: owner })).arrayBuffer()
        bare.push(performance.now() - began)
        if (next) samples.push((await time(path, { ...query, cursor: next }))[0])
      }
      return samples
    }
    const measured = async (
      path: string,
      queries: readonly Query[],
      bound: number,
      what = path,
    ) => {
      const all = new Map<string, number[]>()
      for (const query of queries) {
        all.set(JSON.stringify(query), await samplesOf(path, query))
      }
      const name = `logs${what}, ${lines.toLocaleString('en')} lines`
      const slowest = [...all].toSorted(([, one], [, other]) => median(other) - median(one))
      const p95 = percentile([...all.values()].flat(), 0.95)
      const reference = percentile(bare.splice(0), 0.95)
      return [
        atMost(bound, { name: `${name}, p95`, value: p95, reference, unit: 'ms' }),
        ...slowest
          .slice(0, 5)
          .map(([query, samples]) =>
            fact({ name: `  ${path} ${query}`, value: median(samples), unit: 'ms' }),
          ),
      ]
    }
    const at = (day: number) => new Date(end - day * dayMs).toISOString()
    const filters = filtersOf(apps[1]?.id ?? '', keyIds[1] ?? '')
    const older = (filter: Query) => ({ ...filter, to: at(days * 0.8) })
    const deep = filters.map(older)
    const spans = [1, 7, days].map((span) => ({ from: at(span), to: at(0) }))
    const counted: Query[] = [
      {},
      { status: '5xx' },
      { keyId: keyIds[1] ?? '' },
      { method: 'DELETE' },
    ]
    const each = spans.flatMap((span) => counted.map((filter) => Object.assign({}, filter, span)))
    const q = 'path:/v1/transactions* latency:>100'
    const looked = spans.map((span) => Object.assign({ q }, span))
    return [
      fact({ name: 'log lines filled in', value: fillRate, unit: 'lines/s' }),
      ...(await measured('', [...filters, ...deep], 50)),
      ...(await measured('', [...words, ...words.map(older)], 50, ' by a text in the path')),
      ...(await measured('/histogram', each, 250)),
      ...(await measured('/facets', each, 500)),
      ...(await measured('/histogram', looked, 500)),
    ]
  })
}

/** A text anywhere in a path: in most of them, in few, in none, and with something else. */
const words: readonly Query[] = [
  { q: 'transactions' },
  { q: 's/c-77' },
  { q: '/c-7741' },
  { q: 'nowhere' },
  { q: 'keys status:5xx' },
  { status: '4xx', q: 'c-774' },
]

/** What somebody looks for: what is everywhere, what is rare, what is nowhere, and these together. */
function filtersOf(appId: string, keyId: string): Query[] {
  const one: Query[] = [
    {},
    { status: '2xx' },
    { status: '4xx' },
    { status: '5xx' },
    { method: 'POST' },
    { method: 'DELETE' },
    { method: 'PUT' },
    { path: '/v1/transactions' },
    { path: '/v1/customers/c-77' },
    { path: '/v1/nowhere' },
    { appId },
    { keyId },
    { q: 'ip:203.0.113.7' },
    { q: 'ip:198.51.100.1' },
    { q: 'ip:203.0.113.0/24' },
    { environment: 'sandbox' },
    { without: 'embed-sessions' },
  ]
  const together: Query[] = [
    { status: '5xx', method: 'DELETE' },
    { status: '5xx', method: 'PUT' },
    { status: '5xx', path: '/v1/transactions' },
    { status: '5xx', path: '/v1/customers/c-77' },
    { status: '4xx', q: 'ip:203.0.113.7' },
    { keyId, status: '5xx' },
    { keyId, method: 'DELETE', status: '4xx' },
    { keyId, q: 'ip:203.0.113.7' },
    { appId, path: '/v1/keys' },
    { appId, environment: 'sandbox' },
    { method: 'DELETE', path: '/v1/transactions' },
    { q: 'latency:>900 status:5xx' },
    { q: 'status:418' },
    { q: '-status:2xx -method:POST path:/v1/customers*' },
  ]
  return [...one, ...together]
}

interface Filling {
  readonly tenantId: string
  readonly apps: readonly { readonly id: string; readonly environment: string }[]
  readonly keyIds: readonly string[]
  readonly lines: number
  readonly end: number
}

/**
 * As the log writer would have left them, in less time: lines in the order of their time, written by both
 * cores into days that get their indexes and their counts once all lines are there.
 */
export async function fill(db: Pool, filling: Filling): Promise<void> {
  const { lines, end } = filling
  const all = Array.from({ length: days + 1 }, (_, day) => new Date(end - day * dayMs))
  await db.query('select app.make_log_partitions($1)', [all])
  const indexes = await takeIndexes(db)
  const starts = Array.from(
    { length: Math.ceil(lines / linesAtOnce) },
    (_, lot) => lot * linesAtOnce,
  )
  await inLanes(starts, (start) => fillLot(db, filling, start))
  await db.query(
    `insert into log_counts (tenant_id, environment, moment, app_id, key_id, key_prefix, method, status,
       door, requests)
     select tenant_id, environment, date_bin(case when uuid_extract_timestamp(id) < now() - interval '2 days'
         then interval '15 minutes' else interval '1 minute' end, uuid_extract_timestamp(id), 'epoch') as moment,
       app_id, key_id, key_prefix, method, status, 0, count(*)
     from log_entries group by 1, 2, 3, 4, 5, 6, 7, 8`,
  )
  await inLanes(indexes, (index) => unhurried(db, index))
  // As the job does it: what is over can be searched for words.
  while ((await unhurried(db, 'select app.close_log_day() as closed')).rows[0].closed);
  await unhurried(db, 'vacuum analyze log_entries')
  await unhurried(db, 'vacuum analyze log_counts')
}

/** Takes the indexes off the table, and answers what brings them back: to sort once is soonest. */
async function takeIndexes(db: Pool): Promise<readonly string[]> {
  const { rows } = await db.query<{ drop: string; make: string }>(
    `select case when con.oid is null then format('drop index %s', i.indexrelid::regclass)
         else format('alter table log_entries drop constraint %I', con.conname) end as drop,
       case when con.oid is null then replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
         else format('alter table log_entries add constraint %I %s', con.conname,
           pg_get_constraintdef(con.oid)) end as make
     from pg_index i left join pg_constraint con on con.conindid = i.indexrelid
       and con.contype = 'p'
     where i.indrelid = 'log_entries'::regclass`,
  )
  for (const { drop } of rows) await db.query(drop)
  return rows.map(({ make }) => make)
}

const lanes = 2

/** One after another, but as many at once as there are cores to do them. */
async function inLanes<One>(
  all: readonly One[],
  act: (one: One) => Promise<unknown>,
): Promise<void> {
  const left = all.values()
  const run = async () => {
    for (const one of left) await act(one)
  }
  await Promise.all(Array.from({ length: lanes }, run))
}

/** With the memory that sorting all lines of a day wants, and however long it takes. */
async function unhurried(db: Pool, sql: string) {
  const client = await db.connect()
  try {
    await client.query(`set statement_timeout = 0; set maintenance_work_mem = '512MB'`)
    return await client.query(sql)
  } finally {
    await client.query('reset all')
    client.release()
  }
}

function fillLot(db: Pool, filling: Filling, start: number): Promise<unknown> {
  const { tenantId, apps, keyIds, lines, end } = filling
  return db.query(
    `insert into log_entries (tenant_id, environment, id, app_id, key_id, key_prefix, method, path,
       status, latency_ms, ip, request_id, detail)
     select $1, ($3::text[])[1 + n % 4],
       (lpad(to_hex(($5::float8 + n * $6::float8)::bigint), 12, '0')
         || '7' || substr(md5(n::text), 1, 3) || 'a' || substr(md5(n::text), 4, 15))::uuid,
       ($2::uuid[])[1 + n % 4], ($4::uuid[])[1 + n % 8], 'sq_live_000' || n % 8,
       case when n % 101 = 0 then 'DELETE' when n % 3 = 0 then 'GET' else 'POST' end,
       case when n % 2 = 0 then '/v1/transactions' when n % 7 = 0 then '/v1/customers/c-' || n % 9973
         when n % 1009 = 0 then '/v1/keys' else '/v1/customers' end,
       case when n % 97 = 0 then 503 when n % 17 = 0 then 422 when n % 31 = 0 then 304 else 200 end,
       (n % 1000)::real, '203.0.' || n % 250 || '.' || n % 13, '', $9
     from generate_series($7::bigint, $8::bigint - 1) n`,
    [
      tenantId,
      apps.map(({ id }) => id),
      apps.map(({ environment }) => environment),
      keyIds,
      end - days * dayMs,
      (days * dayMs) / lines,
      start,
      Math.min(start + linesAtOnce, lines),
      detail,
    ],
  )
}

const detail = JSON.stringify({
  query: '',
  request: { headers: { 'content-type': 'application/json' }, body: null },
  response: { headers: { 'content-type': 'application/json' }, body: null },
})
