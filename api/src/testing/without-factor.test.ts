/** XC-1: what a member may do whose tenant asks for a second factor that they have not shown, of everything. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { call, furnish, memberCaller, publishKeys, type Caller, type Corner } from './belongings.ts'
import { everyEndpoint, type EndpointEntry } from './every-endpoint.ts'
import { listenAt } from './listener.ts'
import { startWorld, type OwnWorld } from './world.ts'

let world: OwnWorld
let corner: Corner
let owner: Caller

beforeAll(async () => {
  world = await startWorld({ env: { SONAQOR_LIMIT_FACTOR: '1000' } })
  await publishKeys(world)
  const tenant = await world.tenant('Cirrus', { roles: ['owner'] })
  corner = await furnish(world, tenant, 'sandbox')
  owner = await memberCaller(world, tenant, 'owner')
  await world.db.query('update tenants set second_factor_required = true')
})
afterAll(() => world?.stop())

const ofMembers = everyEndpoint.filter(
  ({ endpoint: { options } }) =>
    !['public', 'embed'].includes(options.access) && !options.access.startsWith('staff'),
)
const isOpen = ({ endpoint }: EndpointEntry) => endpoint.options.withoutFactor === true

async function ask(entry: EndpointEntry) {
  const { status, text } = await call(
    world,
    entry,
    entry.fill!(corner.belongings, owner.asker),
    owner,
  )
  return { status, code: status < 400 ? null : (JSON.parse(text) as { code: string }).code }
}

test('XC-1 nothing opens but what it takes to show a factor, to set one up, or to leave', () => {
  expect(
    ofMembers
      .filter(isOpen)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual([
    'account.addPasskey',
    'account.beginPasskey',
    'account.beginTotp',
    'account.confirmTotp',
    'account.show',
    'account.showFactors',
    'auth.stepUp',
    'auth.stepUpOptions',
    'me.show',
    'preferences.save',
    'preferences.show',
    'sessions.end',
    'sessions.endOthers',
    'sessions.list',
  ])
})

describe('XC-1 without the second factor that the tenant asks for', () => {
  test.each(ofMembers.filter(isOpen))('$name is open', async (entry) => {
    const { status, code } = await ask(entry)
    expect([200, 201, 204, 404, 422]).toContain(status)
    expect(code).not.toBe('step-up-required')
  })

  test.each(ofMembers.filter((entry) => !isOpen(entry)))('$name is not', async (entry) => {
    const { only } = entry.endpoint.options
    const refusal = { status: 403, code: only === 'key' ? expect.any(String) : 'step-up-required' }
    expect(await ask(entry)).toEqual(refusal)
  })

  test('XC-3 no socket hears anything', async () => {
    await expect(listenAt(world.url, owner.as!)).rejects.toMatchObject({
      message: 'step-up-required',
    })
  })
})
