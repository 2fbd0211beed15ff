/**
 * XC-3: nothing of one tenant, of one environment, of one app is read or changed from the other side.
 * The endpoints are found in the contract, so that a new one is held to it from its first day.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { roles, type Environment } from '@sonaqor/contract/access'
import {
  call,
  furnish,
  memberCaller,
  publishKeys,
  type Answer,
  type Caller,
  type Corner,
} from './belongings.ts'
import type { WorldTenant } from './builders.ts'
import {
  everyEndpoint,
  type Belongings,
  type EndpointEntry,
  type FilledRequest,
} from './every-endpoint.ts'
import { idsIn, printsOf, rowsOf, settledRowsOf, type Whose } from './rows.ts'
import { startWorld, type OwnWorld } from './world.ts'

/** Something that lies behind a wall, and who stands on either side. */
interface Wall {
  readonly things: Belongings
  readonly behind: Whose
  /** What is known on this side anyway, such as the tenant's own name, is no secret of the other. */
  readonly before: Whose
  readonly strangers: readonly Caller[]
  readonly owners: readonly Caller[]
}

let world: OwnWorld
let aurora: WorldTenant
let borealis: WorldTenant
const corners = new Map<string, Corner>()

const cornerOf = (tenant: WorldTenant, environment: Environment) =>
  corners.get(`${tenant.name} ${environment}`)!

beforeAll(async () => {
  world = await startWorld({ env: { SONAQOR_LIMIT_FACTOR: '1000' } })
  await publishKeys(world)
  aurora = await world.tenant('Aurora')
  borealis = await world.tenant('Borealis')
  for (const tenant of [aurora, borealis]) {
    for (const environment of ['sandbox', 'production'] as const) {
      corners.set(`${tenant.name} ${environment}`, await furnish(world, tenant, environment))
    }
  }
})
afterAll(() => world?.stop())

test.each(everyEndpoint)('the tests know how to ask $name', ({ fill }) => {
  expect(fill).toBeDefined()
})

/**
 * What belongs to no tenant, is known by a cookie, a link or its own token alone, or takes a second factor, which nobody here has:
 * what is somebody's own is in `account` and `access`, with the tests of who may.
 */
const nobodys =
  /^(releases|registry|staff|demo|account|sessions|invites)\.|^auth\.(refresh|resume|switchTenant|verifyMfa|signInWithPasskey|stepUp|requestReset|checkLink|resetPassword|signUp|confirmSignUp|confirmEmail)$|^embeds\.end$|^keys\.reportGithubLeaks$|^signOn\.(start|finish)$|^exports\.take$/
const both = ['sandbox', 'production'] as const
const other = { sandbox: 'production', production: 'sandbox' } as const
/** A test inbox is of the sandbox: production has none that anybody could have put a message into. */
const thereIn = (environment: Environment) =>
  everyEndpoint.filter(
    ({ name }) =>
      environment === 'sandbox' || !/^webhookInbox\.(showMessage|noteForward)$/.test(name),
  )

describe.each(both)('XC-3 another tenant stays out of %s', (environment) => {
  holds(async () => {
    const { belongings, key, page } = await furnish(world, aurora, environment)
    const theirs = both.map((name) => cornerOf(borealis, name))
    return {
      things: belongings,
      behind: { tenantId: aurora.id },
      before: { tenantId: borealis.id },
      strangers: [
        ...(await Promise.all(roles.map((role) => memberCaller(world, borealis, role)))),
        ...theirs.map((corner) => corner.key),
        ...theirs.map((corner) => corner.page),
      ],
      owners: [await memberCaller(world, aurora, 'owner'), key, page],
    }
  }, thereIn(environment))
})

describe.each(both)('XC-3 the other environment stays out of %s', (environment) => {
  holds(async () => {
    const there = await furnish(world, aurora, environment)
    const here = cornerOf(aurora, other[environment])
    return {
      things: there.belongings,
      behind: { tenantId: aurora.id, environment },
      before: { tenantId: aurora.id },
      strangers: [
        here.key,
        here.page,
        await memberCaller(world, aurora, 'owner', other[environment]),
      ],
      owners: [await memberCaller(world, aurora, 'owner'), there.key, there.page],
    }
  }, thereIn(environment))
})

describe('a key or page of one app stays out of another app', () => {
  holds(async () => {
    const here = cornerOf(aurora, 'sandbox')
    const there = await furnish(world, aurora, 'sandbox')
    return {
      // Customers are the environment's, whichever app sent them in.
      things: { ...there.belongings, customer: 'their own', transaction: 'their own' },
      behind: { tenantId: aurora.id, appId: there.app.id },
      before: { tenantId: aurora.id },
      strangers: [here.key, here.page],
      owners: [await memberCaller(world, aurora, 'owner'), there.key, there.page],
    }
  })
})

/*
 * What is read leaves words behind as well: whose key it was, what it is called, what was searched for.
 * Ids alone would not show it, for an entry of the tenant as a whole names them to everybody.
 */
describe('XC-3 the audit log that a key of the sandbox reads', () => {
  test.each([
    ['production', 'production'],
    ['another app', 'sandbox'],
  ] as const)('holds no id, name or text of %s', async (_, environment) => {
    const tenant = await world.tenant(`Walled-${environment}`, { roles: ['owner'] })
    const here = await furnish(world, tenant, 'sandbox')
    const there = await furnish(world, tenant, environment)
    const reader = await tenant.key({ app: there.app, label: 'Reader of theirs' })
    const path = '/v1/what-they-search-for'
    for (const holder of [reader, await tenant.member()]) {
      const { logs } = world.as(holder)
      await logs.search({ query: { path, keyId: reader.id } })
      await logs.show({ params: { id: there.belongings.logEntryId } })
    }
    const { data } = await world.as(here.key.as).audit.search({ query: { limit: 200 } })
    expect(data.map(({ action }) => action)).toContain('customers.ingested')
    const told = JSON.stringify(data)
    const { projectId, appId, keyId, logEntryId, embedSessionId } = there.belongings
    const ids = [projectId, appId, keyId, logEntryId, embedSessionId, reader.id]
    for (const word of [...ids, reader.label, path]) expect(told).not.toContain(word)
  })

  test.each(both)('has no length that a key of %s is told', async (environment) => {
    const { key } = cornerOf(aurora, environment)
    await expect(world.as(key.as).audit.verify()).rejects.toMatchObject({
      problem: { status: 403 },
    })
  })
})

test('XC-4 after all of it the audit log of everybody is whole', async () => {
  for (const tenant of [aurora, borealis]) {
    const verified = await world.as(await tenant.member()).audit.verify()
    expect(verified).toMatchObject({ intact: true, brokenAt: null })
  }
})

/** Whoever tries a secret at a page that it was not made for is remembered and counted where it was made. */
const noting: Readonly<Record<string, readonly string[]>> = {
  'embeds.exchange': ['public.embed_refusals', 'public.embed_sessions'],
}

/** The promises of one wall, for every endpoint that leads to it. */
function holds(build: () => Promise<Wall>, endpoints = everyEndpoint) {
  let wall: Wall
  let prints: ReadonlyMap<string, string>
  let secrets: readonly string[]

  beforeAll(async () => {
    wall = await build()
    const rows = await settledRowsOf(world.db, wall.behind)
    prints = await printsOf(world.db, wall.behind)
    const known = idsIn(without(await rowsOf(world.db, wall.before), rows))
    secrets = [...idsIn(rows)].filter((id) => !known.has(id))
  })

  test.each(endpoints)('by $name nothing is read or changed', async (entry) => {
    expect(secrets.length).toBeGreaterThan(10)
    for (const stranger of wall.strangers) {
      const request = requestOf(entry, wall.things, stranger)
      if (!request) continue
      const answer = await call(world, entry, request, stranger)
      expect({ by: stranger.name, ...faultOf(request, answer, secrets) }).toEqual({
        by: stranger.name,
      })
    }
    const before = prints
    prints = await printsOf(world.db, wall.behind)
    const tables = [...new Set([...before.keys(), ...prints.keys()])]
    const changed = tables.filter((table) => before.get(table) !== prints.get(table))
    expect(changed.filter((table) => !noting[entry.name]?.includes(table))).toEqual([])
  })

  // Otherwise a misspelt request would prove the wall.
  const naming = endpoints.filter(
    ({ name, endpoint }) => !nobodys.test(name) && !endpoint.options.stepUp,
  )
  test.each(naming)('$name gives it to whom it belongs', async (entry) => {
    const statuses: number[] = []
    for (const owner of wall.owners) {
      const request = requestOf(entry, wall.things, owner)
      if (request) statuses.push((await call(world, entry, request, owner)).status)
    }
    // A transaction never changes: that other content is refused says that this one is there.
    expect(statuses.filter((status) => status < 300 || status === 409)).not.toEqual([])
  })
}

/** Nothing, where a member who looks at one environment has no way to say so. */
function requestOf(
  { fill, endpoint }: EndpointEntry,
  things: Belongings,
  { asker, environment }: Caller,
): FilledRequest | undefined {
  const request = fill?.(things, asker) ?? {}
  if (!environment) return request
  const shape = (endpoint.options.query as { shape?: object } | undefined)?.shape ?? {}
  return 'environment' in shape
    ? { ...request, query: { ...request.query, environment } }
    : undefined
}

/** What is wrong with an answer to a stranger, if anything is. */
function faultOf(
  { params, query, body }: FilledRequest,
  { status, text }: Answer,
  secrets: readonly string[],
): object {
  const sent = JSON.stringify({ params, body })
  const named = secrets.some((id) => sent.includes(id))
  // A filter may be said again: it tells whoever sent it nothing.
  const asked = JSON.stringify({ query })
  // So does the name of a call that a proof is asked for.
  const told = text.replace(/"operation":"[^"]*"/, '')
  const shown = secrets.filter((id) => told.includes(id) && !asked.includes(id))
  const isRefused = [401, 403, 404, 422, 429].includes(status)
  if (shown.length > 0) return { shown, text }
  if (named && !isRefused) return { status, text }
  return status >= 500 ? { status, text } : {}
}

/** The rows of the one that are not among the other. */
function without(all: ReadonlyMap<string, string[]>, those: ReadonlyMap<string, string[]>) {
  return new Map(
    [...all].map(([table, rows]) => {
      const taken = new Set(those.get(table))
      return [table, rows.filter((row) => !taken.has(row))]
    }),
  )
}
