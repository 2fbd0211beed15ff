/** EM-5: what a partner's page sees of background work and does about it, over HTTP and live. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Environment, Scope as ScopeName } from '@sonaqor/contract/access'
import type { Job } from '@sonaqor/contract/jobs'
import { listenAt } from '../../testing/listener.ts'
import { codeOf, createPartner, portal, user, type Partner } from '../../testing/partner.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { Holder } from '../../testing/transport.ts'
import type { World } from '../../testing/world.ts'

const scopes = ['jobs:read', 'jobs:run']
/** An id that is named in a refusal is no proof of anything; that there is no such job is. */
const unknown = [404, 'not-found']
const refused = [403, 'forbidden']

let world: World
let partner: Partner
let page: Holder

beforeAll(async () => {
  world = await joinWorld()
  partner = await createPartner(world, 'Tracked')
  page = await partner.enter({ scopes })
})
afterAll(() => world?.stop())

const ask = (as: Holder, path: string, method = 'GET') =>
  world.ask(`/v1${path}`, { as, method, headers: { origin: portal } })

const idsSeenBy = async (as: Holder) => {
  const { data } = (await (await ask(as, '/jobs')).json()) as { data: Job[] }
  return data.map(({ id }) => id)
}

interface Made {
  readonly app?: { readonly id: string; readonly environment: Environment }
  readonly by?: string
  readonly scope?: ScopeName
}

/** Work that has stopped, which takes no room; of every kind that there is or may once be. */
async function made({ app = partner.app, by = partner.key.id, scope = 'audit:read' }: Made) {
  const { rows } = await world.db.query<{ id: string }>(
    `insert into jobs (tenant_id, environment, id, app_id, kind, scope, about, made_by_kind, made_by,
       made_by_name, request_id, params, unit, state, turn, at, moved_at, finished_at)
     values ($1, $2, uuidv7(), $3, 'counting', $4, '{}', 'key', $5, 'A key', 'none', '{}', 'rows',
       'cancelled', uuidv7(), now(), now(), now())
     returning id`,
    [partner.tenant.id, app.environment, app.id, scope, by],
  )
  return rows[0]!.id
}

/** One that its key has started, over HTTP as a partner's server does. */
async function exported(holder: Holder = partner.key): Promise<string> {
  const { id } = await world.as(holder).exports.start({ body: { of: 'audit' } })
  return id
}
const cancel = (id: string) => world.as(partner.key).jobs.cancel({ params: { id } })

const acts = [
  ['GET', ''],
  ['POST', '/cancel'],
  ['POST', '/resume'],
  ['POST', '/retry'],
] as const

describe('EM-5: a page knows nothing of', () => {
  const others: readonly (readonly [string, () => Promise<string>])[] = [
    [
      'another app',
      async () => {
        const app = await partner.tenant.app('sandbox')
        return made({ app, scope: 'jobs:read' })
      },
    ],
    [
      'the other environment',
      async () => {
        const app = await partner.tenant.app('production')
        return made({ app, scope: 'jobs:read' })
      },
    ],
    [
      'what a member has started',
      async () => {
        const owner = world.as(await partner.tenant.member())
        const { id } = await owner.exports.start({ body: { of: 'audit' } })
        await owner.jobs.cancel({ params: { id } })
        return id
      },
    ],
    [
      'what another key of its app works on, without the scope of that',
      async () => made({ by: (await partner.tenant.key({ app: partner.app })).id }),
    ],
  ]

  test.each(others)('%s', async (_, make) => {
    const id = await make()
    expect(await idsSeenBy(page)).not.toContain(id)
    for (const [method, act] of acts) {
      expect([act, ...(await codeOf(await ask(page, `/jobs/${id}${act}`, method)))]).toEqual([
        act,
        ...unknown,
      ])
    }
  })
})

test('EM-5: without its scope a page is refused all of it', async () => {
  const id = await made({})
  const other = await partner.enter({ scopes: ['keys:read'] })
  expect(await codeOf(await ask(other, '/jobs'))).toEqual(refused)
  for (const [method, act] of acts) {
    expect(await codeOf(await ask(other, `/jobs/${id}${act}`, method))).toEqual(refused)
  }
})

test('EM-5: no page starts an export of what its session may not see, or gets what one holds', async () => {
  const id = await exported()
  for (const path of [`/exports/${id}`, `/exports/${id}/file`]) {
    expect(await codeOf(await ask(page, path))).toEqual(refused)
  }
  const headers = { origin: portal }
  const start = world.ask('/v1/exports', { as: page, headers, json: { of: 'audit' } })
  expect(await codeOf(await start)).toEqual(refused)
  await cancel(id)
})

describe.each([
  ['EM-10: a session that names no user', { user: undefined }],
  ['EM-11: a session that is locked to some customers', { filters: { regions: ['North'] } }],
])('%s', (_, change) => {
  test('sees how far it is, which names no customer, and stops nothing', async () => {
    const id = await exported()
    const looking = await partner.enter({ scopes, ...change })
    const answer = await ask(looking, `/jobs/${id}`)
    const job = (await answer.json()) as Job
    expect(job).toMatchObject({ id, state: 'queued', about: { of: 'audit', format: 'csv' } })
    expect(await idsSeenBy(looking)).toContain(id)
    for (const [method, act] of acts.slice(1)) {
      expect(await codeOf(await ask(looking, `/jobs/${id}${act}`, method))).toEqual(refused)
    }
    await cancel(id)
  })
})

test('EM-5: a page sees what its key has started, and stops it in the name of its user', async () => {
  const id = await exported()
  expect(await idsSeenBy(page)).toContain(id)
  const cancelled = await ask(page, `/jobs/${id}/cancel`, 'POST')
  expect(await cancelled.json()).toMatchObject({ id, state: 'cancelled', scope: 'audit:read' })
  const { rows } = await world.db.query(
    `select actor from audit_entries where target = $1 and action = 'jobs.cancelled'`,
    [id],
  )
  expect(rows).toMatchObject([
    { actor: { kind: 'embed', name: user.name, embed: { userRef: user.ref } } },
  ])
})

test('EM-5: it goes on only by who holds the scope of what it works on', async () => {
  const [closed, open] = [await made({}), await made({ scope: 'keys:read' })]
  const able = await partner.enter({ scopes: [...scopes, 'keys:read'] })
  for (const act of ['resume', 'retry']) {
    const answer = await ask(able, `/jobs/${closed}/${act}`, 'POST')
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ scope: 'audit:read' })
    const again = await ask(able, `/jobs/${open}/${act}`, 'POST')
    expect(await again.json()).toMatchObject({ id: open, state: 'queued' })
    await cancel(open)
  }
})

test('EM-5: another key’s work is seen by a page that holds the scope of it', async () => {
  const by = (await partner.tenant.key({ app: partner.app })).id
  const id = await made({ by, scope: 'keys:read' })
  expect(await idsSeenBy(page)).not.toContain(id)
  expect(await idsSeenBy(await partner.enter({ scopes: [...scopes, 'keys:read'] }))).toContain(id)
})

const listen = (as: Holder, since?: number) =>
  listenAt(world.url, as, { origin: portal, ...(since === undefined ? {} : { since }) })

test('EM-5: a page hears of what it may see and of nothing else, at once and after a loss', async () => {
  const second = await partner.tenant.key({ app: partner.app })
  const elsewhere = await partner.tenant.key({ environment: 'sandbox' })
  const locked = await partner.enter({ scopes, filters: { masked: true } })
  const listeners = [await listen(page), await listen(locked)]
  const since = listeners[0]!.head()
  const hidden: string[] = []
  for (const holder of [second, elsewhere, await partner.tenant.member()]) {
    const id = await exported(holder)
    await world.as(holder).jobs.cancel({ params: { id } })
    hidden.push(id)
  }
  const id = await exported()
  await cancel(id)
  listeners.push(await listen(page, since))
  for (const listener of listeners) {
    const heard = () => listener.events.map(({ ref }) => ref['jobId'])
    await listener.until(() => heard().includes(id))
    expect(new Set(heard())).toEqual(new Set([id]))
    expect(hidden.some((one) => heard().includes(one))).toBe(false)
    listener.close()
  }
})
