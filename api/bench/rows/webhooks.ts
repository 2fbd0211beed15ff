/** From an event to whoever hears of it by webhook: how soon when nothing else happens, and how many. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { exampleOf } from '@sonaqor/contract/webhook-examples'
import type { Bus } from '../../src/core/bus/index.ts'
import { until } from '../../src/testing/until.ts'
import type { WorldTenant } from '../../src/testing/builders.ts'
import type { World } from '../../src/testing/world.ts'
import { inWorld } from '../ground.ts'
import { atLeast, atMost, atMostOf, fact, percentile, type Measure } from '../measure.ts'

const type = 'keys.updated'
const idle = 'webhook, event committed to request arriving, idle'
const tenants = 20
const endpointsOfTenant = 10
const hanging = 20
/** Endpoints that answer well, and as late as they may; with so many events of theirs in line. */
const late = 100
const lateTenants = 5
const lateBurst = 30
const idleTurns = 150
const idlePauseMs = 60
const coldTurns = 12
/** Events of each tenant for the one measure of how many a second are brought. */
const burst = 150
const steadySeconds = 10
/** Events a second over all tenants, each for ten endpoints. */
const steadyRate = 50

export async function webhooks(): Promise<Measure[]> {
  const receiver = await startReceiver()
  try {
    return await inWorld(
      async ({ world, foundation }) => {
        const place = { world, bus: (await foundation()).bus }
        return [...(await whenIdle(place, receiver)), ...(await whenBusy(place, receiver))]
      },
      { worker: true },
    )
  } finally {
    receiver.stop()
  }
}

/** Where it happens, and how the house is told as it tells itself. */
interface Place {
  readonly world: World
  readonly bus: Bus
}

async function whenIdle(place: Place, receiver: Receiver): Promise<Measure[]> {
  const { world } = place
  const tenant = await settle(world, `${receiver.url}/idle`, 1)
  await happen(place, tenant, 1)
  await brought(place)
  await receiver.latencies()
  for (let turn = 0; turn < idleTurns; turn += 1) {
    await happen(place, tenant, 1)
    await sleep(idlePauseMs)
  }
  await brought(place)
  const samples = await receiver.latencies()
  const cold = await whenCold(place, tenant, receiver)
  return [
    atMost(25, { name: `${idle}, p50`, value: percentile(samples, 0.5), unit: 'ms' }),
    atMost(150, { name: `${idle}, p99`, value: percentile(samples, 0.99), unit: 'ms' }),
    fact({
      name: 'the same for the first after its lane was given back, p50',
      value: percentile(cold, 0.5),
      unit: 'ms',
    }),
  ]
}

/** No worker has the lane any more: it is leased, and its endpoint read, before anything is sent. */
async function whenCold(place: Place, tenant: WorldTenant, receiver: Receiver): Promise<number[]> {
  const { db } = place.world
  const held = 'select 1 from webhook_lanes where tenant_id = $1 and leased_by is not null'
  await receiver.latencies()
  for (let turn = 0; turn < coldTurns; turn += 1) {
    await until(async () => (await db.query(held, [tenant.id])).rows.length === 0)
    await happen(place, tenant, 1)
    await brought(place)
  }
  return receiver.latencies()
}

async function whenBusy(place: Place, receiver: Receiver): Promise<Measure[]> {
  const { world } = place
  const all: WorldTenant[] = []
  for (let nth = 0; nth < tenants; nth += 1) {
    all.push(await settle(world, `${receiver.url}/busy`, endpointsOfTenant))
  }
  const perSecond = await bringAll(place, all)
  await receiver.latencies()
  const alone = await steadily(place, all, receiver)
  const besideLate = await whileLate(place, all, receiver)
  await hang(world, `${receiver.url}/hang`)
  // The first of each finds out that nobody answers.
  await steadily(place, all, receiver)
  const beside = await steadily(place, all, receiver)
  const rate = `${steadyRate * endpointsOfTenant} a second`
  return [
    atLeast(1500, {
      name: 'webhooks delivered to 200 endpoints, with stored attempts',
      value: perSecond,
      unit: '/s',
    }),
    fact({
      name: `webhook, event to request, ${rate}, p50`,
      value: percentile(alone, 0.5),
      unit: 'ms',
    }),
    atMostOf(2, {
      name: `the same beside ${late} that answer after 14 s, of the others, p99`,
      value: percentile(besideLate, 0.99),
      unit: 'ms',
      reference: percentile(alone, 0.99),
    }),
    atMostOf(2, {
      name: `the same with ${hanging} of 200 hanging, of the others, p99`,
      value: percentile(beside, 0.99),
      unit: 'ms',
      reference: percentile(alone, 0.99),
    }),
  ]
}

/** Others' events, while many endpoints that take their time have as many as they can get under way. */
async function whileLate(
  place: Place,
  all: readonly WorldTenant[],
  receiver: Receiver,
): Promise<number[]> {
  const { world } = place
  const url = `${receiver.url}/late`
  for (let nth = 0; nth < lateTenants; nth += 1) {
    await happen(place, await settle(world, url, late / lateTenants), lateBurst)
  }
  // They are found out.
  await steadily(place, all, receiver)
  const beside = await steadily(place, all, receiver)
  await world.db.query(
    `update webhook_deliveries set state = 'cancelled', due_at = null
     where due_at is not null and endpoint_id in (select id from webhook_endpoints where url like $1)`,
    [`${url}%`],
  )
  return beside
}

/** A tenant with so many endpoints for one app. */
async function settle(world: World, url: string, endpoints: number): Promise<WorldTenant> {
  const tenant = await world.tenant('Bench', { roles: ['owner'] })
  const api = world.as(await tenant.member())
  const { id: appId } = await tenant.app()
  for (let nth = 0; nth < endpoints; nth += 1) {
    await api.webhooks.createEndpoint({ body: { appId, url: `${url}-${nth}`, eventTypes: [type] } })
  }
  return tenant
}

/** As many events, in one transaction. */
async function happen({ world, bus }: Place, { id }: WorldTenant, count: number): Promise<void> {
  const { data } = exampleOf(type) as { data: object }
  await world.db.query(
    `insert into events (tenant_id, environment, id, type, ref, data, at)
     select $1, 'sandbox', uuidv7(), $2, '{}', $3, clock_timestamp() from generate_series(1, $4)`,
    [id, type, data, count],
  )
  bus.wake('events')
}

/**
 * Whether anything is still to be brought. It is asked all the time beside what is measured, and so looks no
 * further than the first: counted, it took as much of the database as all that was written.
 */
async function isPending(world: World): Promise<boolean> {
  const { rows } = await world.db.query<{ is: boolean }>(
    `select (
         select true from webhook_deliveries where due_at is not null
         order by tenant_id, endpoint_id, due_at, id limit 1
       ) or exists (select from events where sequence is null)
       or exists (select from events
          where position > (select position from event_readers where name = 'webhooks')) as is`,
  )
  return rows[0]?.is ?? false
}

/** Until all of it was brought. */
const brought = ({ world }: Place, withinMs?: number): Promise<void> =>
  until(async () => !(await isPending(world)), withinMs)

async function bringAll(place: Place, all: readonly WorldTenant[]): Promise<number> {
  const begin = performance.now()
  await Promise.all(all.map((tenant) => happen(place, tenant, burst)))
  await brought(place, 300_000)
  return (tenants * burst * endpointsOfTenant * 1000) / (performance.now() - begin)
}

/** How long each was on its way while as many happen in every second. */
async function steadily(
  place: Place,
  all: readonly WorldTenant[],
  receiver: Receiver,
): Promise<number[]> {
  await receiver.latencies()
  const begin = performance.now()
  for (let nth = 0; nth < steadySeconds * steadyRate; nth += 1) {
    const tenant = all[nth % all.length]
    if (tenant) await happen(place, tenant, 1)
    const aheadMs = begin + ((nth + 1) * 1000) / steadyRate - performance.now()
    if (aheadMs > 0) await sleep(aheadMs)
  }
  await sleep(1000)
  return receiver.latencies()
}

/** One endpoint of each tenant takes what it gets and never answers. */
async function hang(world: World, url: string): Promise<void> {
  await world.db.query(
    `update webhook_endpoints set url = $1, revision = revision + 1 where id in (
       select min(id::text)::uuid from webhook_endpoints where url like '%busy%'
       group by tenant_id limit $2)`,
    [url, hanging],
  )
}

interface Receiver {
  readonly url: string
  latencies(): Promise<number[]>
  stop(): void
}

async function startReceiver(): Promise<Receiver> {
  const child: ChildProcess = fork(
    fileURLToPath(new URL('../webhooks/receiver.ts', import.meta.url)),
  )
  const hear = async <T>() => ((await once(child, 'message')) as [T])[0]
  const { port } = await hear<{ port: number }>()
  return {
    url: `http://127.0.0.1:${port}`,
    async latencies() {
      const heard = hear<{ latencies: number[] }>()
      child.send('latencies')
      return (await heard).latencies
    },
    stop: () => child.disconnect(),
  }
}
