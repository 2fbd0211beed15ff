/** LG-2 LG-5: a search that would look at all lines is cut short, and takes no connection from others. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { writeLines } from '../../../testing/log-lines.ts'
import type { Holder } from '../../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { linesAfter, linesLookedAt } from '../export/log-file.store.ts'
import { lookedAt } from '../query/looked-at.store.ts'
import { amongFewer } from './patience.store.ts'

let world: OwnWorld
let foundation: OpenFoundation
let acme: WorldTenant
let owner: Holder

beforeAll(async () => {
  world = await startWorld({ env: { DATABASE_POOL_SIZE: '16' } })
  foundation = await openFoundationOf(world)
  acme = await world.tenant('Acme')
  owner = await acme.member()
  const { id: keyId, appId, prefix: keyPrefix } = await acme.key()
  const from = new Date(Date.now() - 3_600_000)
  await writeLines(world, { tenantId: acme.id, appId, keyId, keyPrefix, count: 90, from })
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const search = (q: string, as = owner) =>
  world.ask(`/v1/logs?${new URLSearchParams({ q, limit: '200' })}`, { as })
const found = async (q: string) => ((await (await search(q)).json()) as { data: LogEntry[] }).data

test('LG-5 it is told to narrow what takes too long, and to wait while others go on', async () => {
  const [colleague, third] = [await acme.member('admin'), await acme.member('developer')]
  const holder = await world.db.connect()
  try {
    await holder.query('begin; lock table log_entries in access exclusive mode')
    const asked = await Promise.all([
      ...['a', 'b', 'c', 'd'].map((text) => search(`-${text}`)),
      ...['a', 'b', 'c', 'd'].map((text) => search(`-${text}`, colleague)),
      search('-a', third),
    ])
    expect(asked.map(({ status }) => status).toSorted()).toEqual([
      422, 422, 422, 422, 422, 422, 429, 429, 429,
    ])
    for (const answer of asked) {
      const { detail } = (await answer.json()) as ProblemDocument
      const isLate = answer.status === 422
      expect(detail).toMatch(isLate ? /longer than 2 seconds. Narrow/ : /At most 3 searches/)
      expect(answer.headers.get('retry-after')).toBe(isLate ? null : '2')
    }
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  // Nothing is held behind them.
  expect(await found('-nowhere')).not.toEqual([])
})

test('XC-1 searches of all tenants together leave half of the connections to what is soon done', async () => {
  const tenants = [acme, await world.tenant('Second'), await world.tenant('Third')]
  const people = await Promise.all(
    tenants.flatMap((tenant) => [tenant.member('admin'), tenant.member('developer')]),
  )
  const holder = await world.db.connect()
  try {
    await holder.query('begin; lock table log_entries in access exclusive mode')
    const asked = await Promise.all([
      ...people.flatMap((as) => ['a', 'b', 'c'].map((text) => search(`-${text}`, as))),
      ...people.map((as) => world.ask('/v1/apps', { as })),
    ])
    const statuses = asked.map(({ status }) => status)
    expect(statuses.slice(18)).toEqual([200, 200, 200, 200, 200, 200])
    expect(statuses.slice(0, 18).toSorted()).toEqual([
      ...Array.from({ length: 8 }, () => 422),
      ...Array.from({ length: 10 }, () => 429),
    ])
    const refused = asked.find(({ status }) => status === 429)!
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(await refused.json()).toMatchObject({
      detail: expect.stringMatching(/as can at once/),
      retryAfterSeconds: 2,
    })
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  const after = await Promise.all(people.map((as) => search('-a', as)))
  expect(after.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
})

test('LG-5 charts, counts and measures take the places of searches, and end in time as they do', async () => {
  const asks = (as: Holder) => {
    const of = (what: string) => world.ask(`/v1/logs/${what}?q=-a`, { as })
    const json = { of: 'logs', filter: { q: '-a' } }
    return [
      () => search('-a', as),
      () => of('histogram'),
      () => of('facets'),
      () => world.ask('/v1/exports/measure', { as, json }),
    ]
  }
  const colleague = await acme.member('admin')
  const third = await acme.member('admin')
  const holder = await world.db.connect()
  try {
    await holder.query('begin; lock table log_entries in access exclusive mode')
    const asked = await Promise.all([
      ...[...asks(owner), ...asks(colleague)].map((ask) => ask()),
      search('-b', third),
    ])
    const taken = asked.filter(({ status }) => status !== 429)
    expect(taken).toHaveLength(6)
    for (const answer of taken) {
      // What cannot be measured in time is said to be unknown, which is an answer.
      const said = (await answer.json()) as { detail?: string; rows?: null }
      expect(said.detail ?? said.rows).toEqual(
        answer.status === 200 ? null : expect.stringMatching(/longer than 2 seconds. Narrow/),
      )
    }
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  const [, ...counts] = asks(owner)
  const after = await Promise.all(counts.map((ask) => ask()))
  expect(after.map(({ status }) => status)).toEqual([200, 200, 200])
})

test('LG-5 what cannot be counted in time is counted among fewer of the newest lines', async () => {
  await foundation.scopes.run(systemPrincipal('counting', acme.id), async (scope) => {
    const looked: number[] = []
    const told = await amongFewer(scope, 50_000, async (bound) => {
      looked.push(bound)
      if (bound > 500) await scope.db.raw('select pg_sleep(10)')
      return bound
    })
    expect({ told, looked }).toEqual({ told: 500, looked: [50_000, 5000, 500] })
  })
})

test('LG-8 an export that finds little goes on behind what it looked at, and leaves nothing out', async () => {
  const q = 'path:/v1/keys'
  const all = await found(q)
  expect(all.length).toBeGreaterThan(5)
  const until = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  await foundation.scopes.run(systemPrincipal('exporting', acme.id), async (scope) => {
    const rows: LogEntry[] = []
    let lots = 0
    for (let after: string | null = null, isOver = false; !isOver; lots += 1) {
      const lot = await linesLookedAt(scope, { q }, { after, until, bound: 3 }, 7)
      rows.push(...lot.rows)
      after = lot.next
      isOver = after === null
    }
    expect(rows).toEqual(all)
    expect(lots).toBeGreaterThanOrEqual(13)
    const place = { after: null, until, bound: all.length + 1 }
    expect(await linesAfter(scope, { q }, place)).toEqual({ rows: all, next: null })
  })
})

test('LG-5 a search that is cut short shows what it found, says how far it looked, and goes on there', async () => {
  const q = 'path:/v1/keys'
  const all = await found(q)
  await foundation.scopes.run(systemPrincipal('searching', acme.id), async (scope) => {
    const rows: LogEntry[] = []
    let looks = 0
    let lastLook = ''
    for (let cursor: string | undefined, isOver = false; !isOver; looks += 1) {
      // So little time that the first look is the last of its page.
      const page = await lookedAt(scope, { q, limit: 3, cursor }, { first: 7, withinMs: 0 })
      rows.push(...page!.data)
      const { lookedTo, page: places } = page!
      expect(lookedTo === null).toBe(places.next === null || page!.data.length === 3)
      if (lookedTo && lastLook) expect(lookedTo < lastLook).toBe(true)
      lastLook = lookedTo ?? lastLook
      cursor = places.next ?? undefined
      isOver = cursor === undefined
    }
    expect(rows).toEqual(all)
    expect(lastLook).not.toBe('')
    expect(looks).toBeGreaterThanOrEqual(13)
    const whole = await lookedAt(scope, { q, limit: 200 }, { first: 7, withinMs: 10_000 })
    expect(whole).toMatchObject({ page: { next: null }, lookedTo: null })
    expect(whole!.data).toEqual(all)
  })
})

test('LG-5 where it goes on is a place of that search alone, also in the list itself', async () => {
  const q = 'path:/v1/keys'
  const all = await found(q)
  const { page } = (await foundation.scopes.run(systemPrincipal('searching', acme.id), (scope) =>
    lookedAt(scope, { q, limit: 3 }, { first: 7, withinMs: 0 }),
  ))!
  const ask = (query: Record<string, string>) =>
    world.ask(`/v1/logs?${new URLSearchParams({ limit: '3', cursor: page.next!, ...query })}`, {
      as: owner,
    })
  const on = (await (await ask({ q })).json()) as { data: LogEntry[] }
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(on.data.map(({ id }) => id)))
  expect((await ask({ q: 'path:/v1/apps' })).status).toBe(400)
})
