/** WH-3 WH-4 LG-7: what is forgotten of webhooks, and what is not yet. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { quietEndpoint } from '../../../testing/every-endpoint.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { begunWhileKeeping } from '../../../testing/scopes/kept-apart.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import { until } from '../../../testing/until.ts'
import { writeDeliveries } from '../../../testing/webhooks/deliveries.ts'
import type { World } from '../../../testing/world.ts'
import { forgetOld } from './engine.jobs.ts'

let world: World
let foundation: OpenFoundation
let acme: WorldTenant
let webhooks: Client['webhooks']
let endpointId: string

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
})
beforeEach(async () => {
  acme = await world.tenant('Forgetful')
  await world.db.query("update tenants set plan = 'free' where id = $1", [acme.id])
  ;({ webhooks } = world.as(await acme.member()))
  const { id: appId } = await acme.app()
  endpointId = (await webhooks.createEndpoint({ body: quietEndpoint(appId) })).id
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const minuteMs = 60_000
const ago = (minutes: number) => new Date(Date.now() - minutes * minuteMs)
const minutesIn = (days: number) => days * 24 * 60
const within = <Done>(work: (scope: Scope) => Promise<Done>) =>
  foundation.scopes.run(systemPrincipal('forgetting', acme.id), work)
const keptUntilOf = async (id: string) =>
  (await webhooks.showDelivery({ params: { id } })).keptUntil

test('WH-3 what only had screens look again is forgotten after a day, and nothing that is brought anywhere', async () => {
  const write = `insert into events (tenant_id, id, type, ref, data, at, sequence, position)
    select $1, app.first_id_of($3::date), $2, '{}', '{}', $3, -n, -n from (select $4::integer as n) one`
  const days = [3, 2, 0]
  for (const [n, age] of days.entries()) {
    await world.db.query(write, [acme.id, 'webhooks.attempted', ago(minutesIn(age)), n + 1])
  }
  await world.db.query(write, [acme.id, 'keys.issued', ago(minutesIn(4)), 4])
  const told = async () => {
    await within((scope) => forgetOld(scope))
    const { rows } = await world.db.query<{ type: string }>(kept, [acme.id])
    return rows.map(({ type }) => type)
  }
  const kept = 'select type from events where tenant_id = $1 and position < 0 order by id'
  // Somebody has still to read them.
  expect(await told()).toHaveLength(4)
  await world.db.query(`insert into event_readers (name, position) values ('through', 0)`)
  expect(await told()).toEqual(['keys.issued', 'webhooks.attempted'])
  await world.db.query(`delete from event_readers where name = 'through'`)
  // Nor could it be otherwise, whatever somebody wrote.
  await within((scope) => scope.db('events').where({ tenant_id: acme.id }).delete())
  expect(await told()).toContain('keys.issued')
})

test('WH-4 LG-7 deliveries go when the plan keeps them no longer, with what happened, and nothing that waits or is replayed', async () => {
  const old = { endpointId, count: 1, from: ago(minutesIn(32)) }
  const [gone] = await writeDeliveries(world, old)
  const [due] = await writeDeliveries(world, { ...old, state: 'retrying', status: 503 })
  const [kept] = await writeDeliveries(world, { ...old, from: ago(minutesIn(29)) })
  const all = [gone!, due!, kept!]
  const ofThese = async (table: string, ids: readonly string[], and = '') =>
    (
      await world.db.query<{ id: string }>(`select id from ${table} where id = any($1) ${and}`, [
        ids,
      ])
    ).rows
  const left = async () => {
    const deliveries = await ofThese(
      'webhook_deliveries',
      all.map(({ id }) => id),
    )
    const events = await ofThese(
      'events',
      all.map(({ eventId }) => eventId),
    )
    return [deliveries.length, events.length]
  }
  const params = { id: kept!.id }
  const { keptUntil, createdAt } = await webhooks.showDelivery({ params })
  expect(keptUntil).toBe(
    new Date(Date.parse(createdAt.slice(0, 10)) + 31 * 86_400_000).toISOString(),
  )
  const { id } = await webhooks.startReplay({
    body: { endpointId, from: ago(minutesIn(29)).toISOString() },
  })
  const replaying = `update jobs set params = params || jsonb_build_object('from', $2::text) where id = $1`
  await world.db.query(replaying, [id, ago(minutesIn(33)).toISOString()])
  // As read by whoever reads events, the last of them.
  const eventIds = all.map(({ eventId }) => eventId)
  await until(async () => {
    const read = 'update events set position = -position where id = any($1) and position > 0'
    await world.db.query(read, [eventIds])
    return (await ofThese('events', eventIds, 'and position < 0')).length === all.length
  })
  await world.db.query(`insert into event_readers (name, position) values ('through', 0)`)
  await within((scope) => forgetOld(scope))
  expect(await left()).toEqual([3, 3])
  await world.db.query(`update jobs set state = 'cancelled', finished_at = now() where id = $1`, [
    id,
  ])
  await within((scope) => forgetOld(scope))
  expect(await left()).toEqual([2, 2])
  // What nobody has to keep is no younger for that, whoever asks.
  await within((scope) =>
    scope.db.raw(
      `select app.forget_events('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 1000)`,
    ),
  )
  expect(await left()).toEqual([2, 2])
  await world.db.query(`delete from event_readers where name = 'through'`)
})

test('WH-3 what is just being sent again when it would be forgotten stays, and nobody waits for it', async () => {
  const old = { endpointId, count: 1, from: ago(minutesIn(32)) }
  const [again] = await writeDeliveries(world, old)
  const [over] = await writeDeliveries(world, old)
  const sending = await world.db.connect()
  await sending.query('begin')
  await sending.query(
    `update webhook_deliveries set state = 'retrying', settled_at = null, due_at = now() where id = $1`,
    [again!.id],
  )
  await within((scope) => forgetOld(scope))
  await sending.query('commit')
  sending.release()
  const left = async (query: string) =>
    (await world.db.query<{ id: string }>(`select ${query} = any($1)`, [[again!.id, over!.id]]))
      .rows
  expect(await left('id from webhook_deliveries where id')).toEqual([{ id: again!.id }])
  expect(await left('delivery_id as id from webhook_attempts where delivery_id')).toEqual([
    { id: again!.id },
  ])
})

test('WH-3 who has sent again what is just being forgotten hears that it is gone', async () => {
  const [one] = await writeDeliveries(world, { endpointId, count: 1 })
  const forgetting = await world.db.connect()
  await forgetting.query('begin')
  const { rows } = await forgetting.query<{ pid: number }>('select pg_backend_pid() as pid')
  await forgetting.query('delete from webhook_deliveries where id = $1', [one!.id])
  const refused = refusalOf(webhooks.retry({ params: { id: one!.id } }))
  const waiting = 'select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))'
  await until(async () => (await world.db.query(waiting, [rows[0]!.pid])).rows.length > 0)
  await forgetting.query('commit')
  forgetting.release()
  expect(await refused).toMatchObject({ code: 'not-found' })
})

test('WH-4 the job that forgets holds no transaction of its own open while it does', async () => {
  const begun = await within((scope) => begunWhileKeeping(scope, () => forgetOld(scope)))
  expect(begun).toEqual([false, false, false])
})

test('WH-4 of what waits, or is kept for a replay, nobody says until when', async () => {
  const old = { endpointId, count: 1, from: ago(minutesIn(32)) }
  const [due] = await writeDeliveries(world, { ...old, state: 'retrying', status: 503 })
  const [held] = await writeDeliveries(world, old)
  const young = { ...old, from: ago(minutesIn(2)) }
  const [waiting] = await writeDeliveries(world, { ...young, state: 'waiting' })
  for (const one of [due, held, waiting]) expect(await keptUntilOf(one!.id)).toBeNull()
  const [settled] = await writeDeliveries(world, young)
  expect(Date.parse((await keptUntilOf(settled!.id))!)).toBeGreaterThan(Date.now())
})
