/** Work that people see: what a step that does not come off, a lost queue and the years do to it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { AuditAction } from '@sonaqor/contract/audit-actions'
import { z } from 'zod'
import { systemPrincipal } from '../../core/access/index.ts'
import type { OpenFoundation } from '../../core/house/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { listenAt } from '../../testing/listener.ts'
import type { WorldMember, WorldTenant } from '../../testing/builders.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { until } from '../../testing/until.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { startWork, workRunner, WorkFailed, type Work } from './index.ts'
import { startStalled, tidying } from './jobs.jobs.ts'

const Params = z.object({ upTo: z.number() })
type Counting = Work<z.output<typeof Params>, { at: number }>

let world: World
let foundation: OpenFoundation
let tenant: WorldTenant
let owner: WorldMember
let count = 0

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
})
beforeEach(async () => {
  tenant = await world.tenant(`Acme ${(count += 1)}`, { roles: ['owner', 'developer'] })
  owner = await tenant.member()
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const within = <T>(work: (scope: Scope) => Promise<T>) =>
  foundation.scopes.run(systemPrincipal('counting', tenant.id), work)

const counting = (step: (at: number) => void = () => undefined): Counting => ({
  kind: 'counting',
  params: Params,
  place: z.object({ at: z.number() }),
  step: async (_, { params, place }) => {
    const at = place === null ? 0 : place.at + 1
    step(at)
    if (at === params.upTo) return { result: { at } }
    return { place: { at }, stage: 'counting', done: at, total: params.upTo }
  },
})

async function start(upTo = 3): Promise<string> {
  const about = { of: 'numbers' }
  const work = { params: { upTo }, scope: 'audit:read', about, unit: 'numbers' } as const
  return (await within((scope) => startWork(scope, counting(), work))).id
}

const show = (id: string) => world.as(owner).jobs.show({ params: { id } })

interface Turn {
  readonly jobId: string
  readonly turn: string
}

/** What the queue would hand to a worker: the turn that was asked for last. */
async function nextTurn(id: string): Promise<Turn> {
  const { rows } = await world.db.query<{ payload: Turn }>(
    `delete from job_outbox where name = 'jobs.counting' and payload ->> 'jobId' = $1
     returning payload, id`,
    [id],
  )
  const asked = rows.at(-1)
  if (!asked) throw new Error('nobody has asked for a turn')
  return asked.payload
}

const doTurn = (work: Counting, turn: Turn) =>
  within((scope) => workRunner(foundation, work).run(scope, turn))

async function takeTurn(work: Counting, id: string): Promise<void> {
  await doTurn(work, await nextTurn(id))
}

/** What is counted here is no work of ours, so that the list of what is audited does not know of it. */
const counted = 'numbers.counted' as string as AuditAction

/** Each of its steps leaves an entry, if it stays. */
const auditing = (first?: () => Promise<unknown>): Counting => {
  let before = first
  return {
    ...counting(),
    step: async (scope, task) => {
      scope.audit({ action: counted, target: task.id })
      const act = task.place === null ? before : undefined
      if (act) before = undefined
      await act?.()
      return counting().step(scope, task)
    },
  }
}

async function stepsThatStay(): Promise<number> {
  const { rowCount } = await world.db.query(
    `select 1 from audit_entries where tenant_id = $1 and action = 'numbers.counted'`,
    [tenant.id],
  )
  return rowCount ?? 0
}

test('it goes from waiting through its stages to its end, and whoever may see it hears of it', async () => {
  const id = await start()
  expect(await show(id)).toMatchObject({ state: 'queued', done: 0, total: null, startedAt: null })
  const listener = await listenAt(world.url, owner)
  await takeTurn(counting(), id)
  expect(await show(id)).toMatchObject({ state: 'done', stage: 'counting', done: 2, total: 3 })
  await listener.until(() => listener.events.some(({ type }) => type === 'jobs.changed'))
  listener.close()
})

test('a step that does not come off is tried again from where it was, a little later', async () => {
  const id = await start()
  const seen: number[] = []
  let isWhole = false
  const work = counting((at) => {
    seen.push(at)
    if (at === 2 && !isWhole) throw new Error('the disk is full')
  })
  await takeTurn(work, id)
  expect(await show(id)).toMatchObject({ state: 'running', done: 1 })
  isWhole = true
  await takeTurn(work, id)
  expect((await show(id)).state).toBe('done')
  expect(seen).toEqual([0, 1, 2, 2, 3])
})

test('what nothing mends ends it after five times, says no more than it may, and can be resumed', async () => {
  const id = await start()
  const broken = counting((at) => {
    if (at === 1) throw new Error('password of the disk: secret')
  })
  for (let i = 0; i < 5; i += 1) await takeTurn(broken, id)
  const failed = await show(id)
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'internal' } })
  expect(JSON.stringify(failed)).not.toContain('secret')
  await world.as(owner).jobs.resume({ params: { id } })
  await takeTurn(counting(), id)
  expect(await show(id)).toMatchObject({ state: 'done', failure: null })
})

test('work that says itself why it cannot be done is not tried again', async () => {
  const id = await start()
  const refuse = counting(() => {
    throw new WorkFailed('too-large', 'There is too much of it.')
  })
  await takeTurn(refuse, id)
  const failure = { code: 'too-large', detail: 'There is too much of it.' }
  expect(await show(id)).toMatchObject({ state: 'failed', failure })
})

test('whoever holds an older turn is overtaken, and nothing of what it did stays', async () => {
  const id = await start()
  const { jobs } = world.as(owner)
  // From outside, while the step is under way.
  const work = auditing(async () => {
    await jobs.cancel({ params: { id } })
    await jobs.resume({ params: { id } })
  })
  const turn = await nextTurn(id)
  await doTurn(work, turn)
  expect(await show(id)).toMatchObject({ state: 'queued', done: 0 })
  expect(await stepsThatStay()).toBe(0)
  await takeTurn(work, id)
  expect((await show(id)).state).toBe('done')
  expect(await stepsThatStay()).toBe(4)
})

test('of two workers with one turn, each step is done by one', async () => {
  const id = await start()
  const turn = await nextTurn(id)
  const { promise: isFree, resolve: free } = Promise.withResolvers<void>()
  const steps = auditing()
  const second: Counting = {
    ...steps,
    step: async (scope, task) => {
      if (task.place !== null) await isFree
      return steps.step(scope, task)
    },
  }
  let other: Promise<void> | undefined
  const first = auditing(async () => {
    other = doTurn(second, turn)
    await until(async () => (await show(id)).stage === 'counting')
  })
  await doTurn(first, turn)
  free()
  await other
  expect(await show(id)).toMatchObject({ state: 'done', done: 2 })
  expect(await stepsThatStay()).toBe(4)
})

test('only what has stopped goes on, and only what is under way is cancelled', async () => {
  const id = await start()
  const { jobs } = world.as(owner)
  const conflict = { problem: { status: 409 } }
  await expect(jobs.resume({ params: { id } })).rejects.toMatchObject(conflict)
  await jobs.cancel({ params: { id } })
  await expect(jobs.cancel({ params: { id } })).rejects.toMatchObject(conflict)
  const again = await Promise.allSettled([1, 2, 3, 4].map(() => jobs.retry({ params: { id } })))
  expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('who lacks the scope of what is worked on does not see it, nor hear of it', async () => {
  const id = await start()
  const developer = await tenant.member('developer')
  const { jobs } = world.as(developer)
  const [deaf, hearing] = await Promise.all([developer, owner].map((as) => listenAt(world.url, as)))
  await world.as(owner).jobs.cancel({ params: { id } })
  await hearing!.until(() => hearing!.events.some(({ ref }) => ref['jobId'] === id))
  const again = await listenAt(world.url, developer, { since: 0 })
  expect([...deaf!.events, ...again.events]).toEqual([])
  for (const listener of [deaf!, hearing!, again]) listener.close()
  await expect(jobs.cancel({ params: { id } })).rejects.toMatchObject({ problem: { status: 404 } })
  expect((await jobs.list()).data).toEqual([])
})

test('what lost its worker for good is started again, and what was over long ago is forgotten', async () => {
  const [lost, old] = [await start(), await start()]
  await world.as(owner).jobs.cancel({ params: { id: old } })
  await world.db.query(`delete from job_outbox`)
  await within(startStalled)
  await expect(takeTurn(counting(), lost)).rejects.toThrow('nobody has asked')
  await world.db.query(
    `update jobs set moved_at = moved_at - interval '11 minutes',
       finished_at = finished_at - interval '91 days' where tenant_id = $1`,
    [tenant.id],
  )
  await within(startStalled)
  await takeTurn(counting(), lost)
  expect((await show(lost)).state).toBe('done')
  const forget = tidying.find(({ type }) => type.name === 'jobs.forget')!
  await within((scope) => forget.run(scope, {}))
  await expect(show(old)).rejects.toMatchObject({ problem: { status: 404 } })
  expect((await show(lost)).id).toBe(lost)
})

test('it stands in the log who cancelled and resumed it', async () => {
  const id = await start()
  const { jobs } = world.as(owner)
  await jobs.cancel({ params: { id } })
  await jobs.resume({ params: { id } })
  const { rows } = await world.db.query<{ action: string }>(
    `select action from audit_entries where tenant_id = $1 and target = $2 order by sequence`,
    [tenant.id, id],
  )
  expect(rows.map(({ action }) => action)).toEqual(['jobs.cancelled', 'jobs.resumed'])
})
