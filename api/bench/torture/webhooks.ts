/**
 * Workers are killed with -9 while they bring events, the database is crashed among that, and answers of it
 * are lost that a worker waits for; the second half of it a single worker has to stand. Every event that was
 * accepted arrives, rightly signed, and in order where that was promised.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import * as standard from 'standardwebhooks'
import { uuidv7 } from '../../src/core/crypto/index.ts'
import { startReceiver, type Received, type Receiver } from '../../src/testing/webhooks/receiver.ts'
import type { ServerProcess } from '../../src/testing/server-process.ts'
import { until } from '../../src/testing/until.ts'
import type { ProcessWorld } from '../../src/testing/world.ts'
import { inWorld, type Cluster } from '../ground.ts'
import { startCutter, type Cutter } from './cutter.ts'

export interface Size {
  readonly events: number
  readonly kills: number
  readonly crashes: number
  /** How often some answers are lost. */
  readonly cuts: number
}

const tenants = 5
const batch = 20
const workersAtOnce = 2
const answersOfCut = 10
/** Of what is accepted between two blows so much has to have arrived: each strikes whoever is at work. */
const shareBefore = 0.5
const patienceMs = 10 * 60_000

export async function tortureWebhooks(cluster: Cluster, size: Size): Promise<void> {
  const receiver = await startReceiver()
  try {
    await inWorld(async ({ world }) => {
      const places = []
      for (let nth = 0; nth < tenants; nth += 1) places.push(await placeOf(world, receiver, nth))
      const unsigned = verifyAll(receiver, places)
      const cutter = await startCutter(Number(new URL(world.appUrl).port))
      const battle: Battle = { world, cluster, cutter, workers: [], receiver, blows: 0 }
      for (let nth = 0; nth < workersAtOnce; nth += 1) battle.workers.push(await workerOf(battle))
      const accepting = acceptAll(battle, places, size)
      await strike(battle, size)
      const accepted = await accepting
      await until(async () => (await pending(world.db)) === 0, patienceMs)
      const wrong = [...unsigned, ...(await lookAt(world.db, places, receiver, accepted))]
      const { length } = receiver.received
      console.log(`${accepted.size} events accepted, ${length} requests, ${wrong.length} wrong`)
      if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join('; '))
      await Promise.all(battle.workers.map((worker) => worker.stop()))
      await cutter.stop()
    })
    const { kills, crashes, cuts } = size
    console.log(
      `Nothing was lost in ${kills} deaths of workers, ${crashes} of the database, and ${cuts * answersOfCut} lost answers.`,
    )
  } finally {
    await receiver.stop()
  }
}

interface Place {
  readonly tenantId: string
  readonly endpoints: readonly { path: string; secret: string; isOrdered: boolean }[]
}

/** A tenant with an endpoint that is in order, and one that is not. */
async function placeOf(world: ProcessWorld, receiver: Receiver, nth: number): Promise<Place> {
  const tenant = await world.tenant(`Torture ${nth}`, { roles: ['owner'] })
  const api = world.as(await tenant.member())
  const { id: appId } = await tenant.app()
  const endpoints = []
  for (const isOrdered of [false, true]) {
    const path = `/${nth}-${isOrdered ? 'ordered' : 'free'}`
    const body = { appId, url: receiver.url + path, eventTypes: ['keys.updated'], isOrdered }
    const { secret } = await api.webhooks.createEndpoint({ body })
    endpoints.push({ path, secret, isOrdered })
  }
  return { tenantId: tenant.id, endpoints }
}

/**
 * Those whose commit was answered; while the database is away nothing is. Each blow has its share of them,
 * so that there is something under way at the last one too.
 */
async function acceptAll(
  battle: Battle,
  places: readonly Place[],
  size: Size,
): Promise<Map<string, Place>> {
  const { events } = size
  const { db } = battle.world
  const blows = blowsOf(size).length
  const accepted = new Map<string, Place>()
  for (let turn = 0; accepted.size < events; turn += 1) {
    const place = places[turn % places.length]
    if (!place) break
    while (accepted.size >= (events * (battle.blows + 1)) / blows) await sleep(20)
    const ids = Array.from({ length: batch }, () => uuidv7())
    try {
      await db.query(
        `insert into events (tenant_id, environment, id, type, ref, data, at)
         select $1, 'sandbox', id, 'keys.updated', '{}', '{"label": "Größe"}', now()
         from unnest($2::uuid[]) id`,
        [place.tenantId, ids],
      )
      for (const id of ids) accepted.set(id, place)
      await db.query("select pg_notify('sonaqor', 'events')")
      await sleep(10)
    } catch {
      await sleep(100)
    }
  }
  return accepted
}

/** As a receiver does, when each one comes; what does not verify is named. */
function verifyAll(receiver: Receiver, places: readonly Place[]): string[] {
  const unsigned: string[] = []
  const secrets = new Map(
    places.flatMap(({ endpoints }) => endpoints.map(({ path, secret }) => [path, secret])),
  )
  receiver.answer = (reply, one) => {
    if (!isSigned(one, secrets.get(one.path) ?? '')) unsigned.push(`not signed: ${idOf(one)}`)
    reply.writeHead(204).end()
  }
  return unsigned
}

interface Battle {
  readonly world: ProcessWorld
  readonly cluster: Cluster
  readonly cutter: Cutter
  readonly workers: ServerProcess[]
  readonly receiver: Receiver
  /** How many there were. */
  blows: number
}

type Blow = 'kills' | 'crashes' | 'cuts'

/** Each kind spread over all of it. */
function blowsOf(size: Size): readonly Blow[] {
  const at = (['kills', 'crashes', 'cuts'] as const).flatMap((kind) =>
    Array.from({ length: size[kind] }, (_, nth) => ({ kind, at: (nth + 0.5) / size[kind] })),
  )
  return at.toSorted((one, other) => one.at - other.at).map(({ kind }) => kind)
}

/** Its database is behind the cutter. */
function workerOf({ world, cutter }: Pick<Battle, 'world' | 'cutter'>): Promise<ServerProcess> {
  const names = ['DATABASE_APP_URL', 'DATABASE_WORKER_URL'] as const
  const env = Object.fromEntries(
    names.map((name) => {
      const url = new URL(world.env[name] ?? world.appUrl)
      return [name, Object.assign(url, { hostname: '127.0.0.1', port: String(cutter.port) }).href]
    }),
  )
  return world.grow({ roles: 'worker', env })
}

const acts: Readonly<Record<Blow, (battle: Battle) => Promise<string>>> = {
  async kills(battle) {
    const { workers } = battle
    const nth = Math.floor(Math.random() * workers.length)
    await workers[nth]?.kill()
    workers[nth] = await workerOf(battle)
    return 'a worker was killed'
  },
  async crashes({ cluster }) {
    await cluster.crash()
    return 'the database was killed'
  },
  async cuts({ cutter }) {
    await cutter.cut(answersOfCut)
    return `${answersOfCut} answers were lost`
  },
}

async function strike(battle: Battle, size: Size): Promise<void> {
  const { workers, receiver } = battle
  const blows = blowsOf(size)
  const arrivalsBetween = (size.events * 2 * shareBefore) / blows.length
  for (const [nth, blow] of blows.entries()) {
    const before = receiver.received.length
    await until(() => receiver.received.length >= before + arrivalsBetween, patienceMs)
    await sleep(Math.random() * 500)
    // What one leaves behind, no other one finds from then on.
    if (nth === Math.floor(blows.length / 2)) await workers.pop()?.kill()
    const what = await acts[blow](battle)
    battle.blows = nth + 1
    console.log(`${nth + 1}/${blows.length}: ${what}, ${receiver.received.length} requests`)
  }
}

async function pending(db: Pool): Promise<number> {
  const { rows } = await db
    .query<{ count: number }>(
      `select (select count(*) from webhook_deliveries where due_at is not null)::int
         + (select count(*) from events where sequence is null)::int
         + (select count(*) from events e, event_readers r
            where r.name = 'webhooks' and e.position > r.position)::int as count`,
    )
    .catch(() => ({ rows: [] }))
  return rows[0]?.count ?? 1
}

/** All that was promised and is not so, in words. */
async function lookAt(
  db: Pool,
  places: readonly Place[],
  receiver: Receiver,
  accepted: ReadonlyMap<string, Place>,
): Promise<string[]> {
  const wrong: string[] = []
  const came = Map.groupBy(receiver.received, ({ path }) => path)
  for (const place of places) {
    const { rows } = await db.query<{ id: string }>(
      "select id from events where tenant_id = $1 and type = 'keys.updated' order by sequence",
      [place.tenantId],
    )
    const inOrder = rows.map(({ id }) => id)
    for (const { path, isOrdered } of place.endpoints) {
      const requests = came.get(path) ?? []
      const first = new Set(requests.map(idOf))
      const lost = [...accepted].filter(([id, of]) => of === place && !first.has(id))
      wrong.push(...lost.map(([id]) => `lost at ${path}: ${id}`))
      const expected = inOrder.filter((id) => first.has(id))
      if (isOrdered && [...first].some((id, nth) => id !== expected[nth])) {
        wrong.push(`out of order at ${path}`)
      }
    }
  }
  return wrong
}

const idOf = ({ headers }: Received) => String(headers['webhook-id'])

function isSigned({ headers, body }: Received, secret: string): boolean {
  try {
    new standard.Webhook(secret).verify(body, headers as Record<string, string>)
    return true
  } catch {
    return false
  }
}
