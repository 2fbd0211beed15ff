/** Lines of all kinds for tests, as if they had been asked over the last while. */
import { uuidv7 } from '../core/crypto/index.ts'
import type { World } from './world.ts'

export interface Asked {
  readonly tenantId: string
  readonly appId: string
  readonly keyId: string
  readonly keyPrefix: string
  readonly environment?: 'sandbox' | 'production'
  readonly count: number
  /** The first of them; the others follow, `everyMs` behind one another. */
  readonly from: Date
  readonly everyMs?: number
  /** What they asked for in turn, where that matters. */
  readonly paths?: readonly string[]
}

const allPaths = [
  '/v1/customers',
  '/v1/transactions',
  '/v1/customers/0190a5b2-7c1e-7000-8000-00000000000a',
  '/v1//Customers/c-7',
  '/v1/keys',
  '/v1/embed-sessions',
  '/v1/nowhere "quoted"',
]
const methods = ['POST', 'GET', 'POST', 'DELETE', 'PATCH']
const statuses = [200, 201, 404, 422, 500, 503, 200, 401, 304]
const ips = ['203.0.113.7', '10.1.2.3', '2001:db8::7', 'unknown', '10.200.0.1']

/** Writes them as the log writer does, so that all that is counted of lines is counted of these. */
export async function writeLines(world: World, asked: Asked): Promise<void> {
  const { tenantId, appId, keyId, keyPrefix, environment = 'sandbox', count, from } = asked
  const { paths = allPaths } = asked
  const lines = Array.from({ length: count }, (_, n) => {
    const at = new Date(from.getTime() + n * (asked.everyMs ?? 1000))
    return { at, id: uuidv7(at), request: uuidv7(at), n }
  })
  const of = <Value>(values: readonly Value[], every = 1) =>
    lines.map(({ n }) => values[Math.floor(n / every) % values.length]!)
  const days = [...new Set(lines.map(({ at }) => at.toISOString().slice(0, 10)))]
  await world.db.query('select app.make_log_partitions($1)', [days])
  await world.db.query(
    'select app.append_log_entries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
    [
      tenantId,
      environment,
      lines.map(({ id }) => id),
      lines.map(() => appId),
      lines.map(() => keyId),
      lines.map(() => keyPrefix),
      of(methods),
      of(paths, 2),
      of(statuses, 3),
      lines.map(({ n }) => (n % 40) * 25.5),
      of(ips, 2),
      lines.map(({ request }) => request),
      lines.map(() => '{}'),
    ],
  )
}
