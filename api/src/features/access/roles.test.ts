import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { roles, scopeTable, type Role, type Scope } from '@sonaqor/contract/access'
import { contract } from '@sonaqor/contract/contract'
import type { Endpoint } from '@sonaqor/contract/endpoint'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { startWorld, type World } from '../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld()
  acme = await world.tenant('Acme')
})
afterAll(() => world.stop())

/** Every endpoint of the contract, found there and not listed here. */
const endpoints = Object.entries(contract).flatMap(([area, verbs]) =>
  Object.entries(verbs as Record<string, Endpoint>).map(
    ([verb, endpoint]) => [`${area}.${verb}`, endpoint] as const,
  ),
)
const guarded = endpoints.filter(([, { options }]) => options.access !== 'public')
const scoped = guarded.filter(([, { options }]) => options.access in scopeTable)

/** Asks with ids that nobody has and a body that nobody takes: only the right to ask decides. */
async function ask({ method, path }: Endpoint, role?: Role) {
  const response = await world.ask(`/v1${path.replaceAll(/\{\w+\}/g, uuidv7())}`, {
    method,
    as: role ? await acme.member(role) : null,
    ...(method === 'GET' ? {} : { json: {} }),
  })
  const text = await response.text()
  return {
    status: response.status,
    problem: (response.ok || text === '' ? {} : JSON.parse(text)) as Partial<ProblemDocument>,
  }
}

const holds = (role: Role, scope: Scope) =>
  (scopeTable[scope].roles as readonly Role[]).includes(role)

test.each(guarded)('nobody may do %s without a credential', async (_, endpoint) => {
  expect((await ask(endpoint)).status).toBe(401)
})

describe.each(roles)('XC-2 a member who is %s', (role) => {
  test.each(scoped)(
    'and %s: may if the table says so, and hears what is missing',
    async (_, endpoint) => {
      const scope = endpoint.options.access as Scope
      const { status, problem } = await ask(endpoint, role)
      if (holds(role, scope)) {
        expect(status).not.toBe(401)
        expect(problem.scope).not.toBe(scope)
      } else {
        expect(status).toBe(403)
        expect(problem).toMatchObject({ code: 'forbidden', scope })
      }
    },
  )
})

test('the controls of Sonaqor are nobody’s who is a member', async () => {
  for (const [, endpoint] of guarded.filter(([, { options }]) => options.access === 'staff')) {
    expect((await ask(endpoint, 'owner')).status).toBe(403)
  }
})
