/** XC-2: who may call which endpoint is what the one table of scopes says, for every endpoint. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  embedScopes,
  keyScopes,
  roles,
  scopeTable,
  type KeyScope,
  type Role,
  type Scope,
} from '@sonaqor/contract/access'
import { contract } from '@sonaqor/contract/contract'
import { isOpenToKeys } from '@sonaqor/contract/key-scopes-source'
import { openapi } from '@sonaqor/contract/openapi'
import {
  call,
  furnish,
  memberCaller,
  openPage,
  publishKeys,
  type Answer,
  type Caller,
  type Corner,
} from './belongings.ts'
import type { WorldTenant } from './builders.ts'
import { everyEndpoint, type EndpointEntry } from './every-endpoint.ts'
import type { Holder } from './transport.ts'
import { startWorld, type OwnWorld } from './world.ts'

let world: OwnWorld
let tenant: WorldTenant
let corner: Corner
let team: Holder

beforeAll(async () => {
  world = await startWorld()
  team = await publishKeys(world)
  tenant = await world.tenant('Cirrus')
  corner = await furnish(world, tenant, 'sandbox')
})
afterAll(() => world?.stop())

const isScope = (access: string): access is Scope => access in scopeTable
const accessOf = ({ endpoint }: EndpointEntry) => endpoint.options.access
const closed = everyEndpoint.filter((entry) => accessOf(entry) !== 'public')
const scoped = everyEndpoint.filter((entry) => isScope(accessOf(entry)))
// What is gone at the first call is asked for by nobody else.
const lasting = scoped.filter(({ name }) => !['keys.revoke', 'embeds.revokeSession'].includes(name))

describe.each(closed)('$name', (entry) => {
  test('a stranger is asked for a credential', async () => {
    expect(await ask(entry, stranger)).toMatchObject({ status: 401, code: 'unauthenticated' })
  })

  test.each([
    'sq_test_000000000000000000000000000000000000',
    'eyJhbGciOiJub25lIn0.e30.',
    'sqm_0',
    'null',
  ])('a token that is not ours opens nothing: %s', async (token) => {
    const answer = await ask(entry, { ...stranger, as: { token } })
    expect(answer).toMatchObject({ status: 401, code: 'unauthenticated' })
  })
})

describe.each(roles)('XC-2 as %s', (role: Role) => {
  test.each(scoped)('$name', async (entry) => {
    const scope = accessOf(entry) as Scope
    const answer = await ask(entry, await memberCaller(world, tenant, role))
    const holds = (scopeTable[scope].roles as readonly Role[]).includes(role)
    expect(isRefusedFor(scope, answer)).toBe(!holds)
  })

  test('what is for Sonaqor and its module teams is for no member', async () => {
    for (const entry of closed.filter((one) => accessOf(one).startsWith('staff'))) {
      expect(await ask(entry, await memberCaller(world, tenant, role))).toMatchObject({
        status: 403,
      })
    }
  })
})

describe('an API key', () => {
  const lent = lasting.filter(({ endpoint }) => isOpenToKeys(endpoint.options))

  test.each(lent)('with all scopes but its own is refused $name', async (entry) => {
    const scope = accessOf(entry) as Scope
    const key = await tenant.key({
      app: corner.app,
      scopes: keyScopes.filter((one) => one !== scope),
    })
    expect(isRefusedFor(scope, await ask(entry, { ...corner.key, as: key }))).toBe(true)
  })

  test.each(lent)('with the one scope may do $name', async (entry) => {
    const scope = accessOf(entry) as KeyScope
    const key = await tenant.key({ app: corner.app, scopes: [scope] })
    expect(isRefusedFor(scope, await ask(entry, { ...corner.key, as: key }))).toBe(false)
  })

  test.each(closed)(
    'KY-3 opens nothing from the next request on once it is revoked: $name',
    async (entry) => {
      const key = await tenant.key({ app: corner.app })
      await world.as(await tenant.member()).keys.revoke({ params: { id: key.id } })
      const answer = await ask(entry, { ...corner.key, as: key })
      expect(answer).toMatchObject({ status: 401, code: 'unauthenticated' })
    },
  )

  test.each(closed)('is of no use to a page of another site: $name', async (entry) => {
    const answer = await ask(entry, { ...corner.key, headers: { origin: 'https://evil.test' } })
    expect(answer).toMatchObject({ status: 403 })
  })
})

describe('XC-10 what the description says of credentials', () => {
  const document = openapi(contract) as { paths: Record<string, Record<string, Operation>> }
  interface Operation {
    readonly security: readonly Record<string, unknown>[]
  }

  test.each(lasting)('$name opens to those that it names, and to no other', async (entry) => {
    const { method, path, options } = entry.endpoint
    const { security } = document.paths[`/v1${path}`]![method.toLowerCase()]!
    const named = new Set(security.flatMap((one) => Object.keys(one)))
    const holders = {
      apiKey: corner.key,
      session: await memberCaller(world, tenant, 'owner'),
      embedSession: corner.page,
      moduleToken: { ...stranger, as: team },
    }
    // What shows a secret is open to an embed session in our own frame alone, and this one is a page's.
    const inFrame = options.secret === true && options.embeddable === true
    for (const [scheme, caller] of Object.entries(holders)) {
      const { status, code } = await ask(entry, caller)
      const isOpen =
        status !== 403 || code === 'step-up-required' || (scheme === 'embedSession' && inFrame)
      expect({ scheme, isOpen }).toEqual({ scheme, isOpen: named.has(scheme) })
    }
  })
})

describe('EM-2 a partner’s page', () => {
  test.each(closed)(
    'may call what is embeddable, shows no lasting secret and needs a scope: $name',
    async (entry) => {
      const { access, embeddable, secret } = entry.endpoint.options
      const isOwn = access === 'embed'
      const may =
        embeddable &&
        secret !== true &&
        (isOwn || (embedScopes as readonly string[]).includes(access))
      // What a page may do with its session is to end it.
      const page = isOwn ? await openPage(world, corner.key.as!, corner.page.asker) : corner.page
      const answer = await ask(entry, page)
      expect({ refused: answer.status === 403 }).toEqual({ refused: !may })
    },
  )

  test.each(closed)('loses its right at any other origin: $name', async (entry) => {
    for (const origin of ['https://evil.test', 'null', `${corner.page.asker.origin}.evil.test`]) {
      const answer = await ask(entry, { ...corner.page, headers: { origin } })
      expect(answer).toMatchObject({ status: 403 })
    }
  })
})

test.each(scoped)('the token of a module team opens nothing of a tenant: $name', async (entry) => {
  expect(await ask(entry, { ...stranger, as: team })).toMatchObject({ status: 403 })
})

const stranger = {
  name: 'a stranger',
  as: null,
  headers: {},
  asker: { email: 'nobody@world.test', password: 'nothing at all', origin: 'https://evil.test' },
} satisfies Caller

interface Told extends Answer {
  readonly code?: string
  readonly scope?: string
}

async function ask(entry: EndpointEntry, caller: Caller): Promise<Told> {
  const answer = await call(world, entry, entry.fill!(corner.belongings, caller.asker), caller)
  return answer.status < 400 ? answer : { ...(JSON.parse(answer.text) as object), ...answer }
}

/** Refused for want of this scope, and for nothing else. */
function isRefusedFor(scope: Scope, { status, scope: missing }: Told): boolean {
  return status === 403 && missing === scope
}
