import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventTypes, roles, scopesOf, type Role } from '@sonaqor/contract'
import type { WorldTenant } from './builders.ts'
import { listenAt, type Listener } from './listener.ts'
import { joinWorld } from './shared-world.ts'
import type { World } from './world.ts'

let world: World
let tenant: WorldTenant
const listeners = new Map<Role, Listener>()

/** What the members of each role hear when one event of every type happens, and one unheard of. */
beforeAll(async () => {
  world = await joinWorld()
  tenant = await world.tenant('Acme')
  for (const role of roles) {
    listeners.set(role, await listenAt(world.url, await tenant.member(role)))
  }
  const owner = await tenant.member()
  const happened = eventTypes.map(({ name, scope, whose }) => {
    // What concerns some alone concerns the owner here, or whoever holds the scope of its type.
    const scopes = whose?.orScope ? { [whose.orScope]: scope } : {}
    return { name, ref: whose ? { [whose.id]: owner.id, ...scopes } : {} }
  })
  await world.db.query(
    `insert into events (tenant_id, environment, id, type, ref, data, at)
     select $1, 'sandbox', uuidv7(), name, ref, '{}', now()
     from jsonb_to_recordset($2::jsonb) as happened(name text, ref jsonb)`,
    [tenant.id, JSON.stringify([{ name: 'secrets.whispered', ref: {} }, ...happened])],
  )
  for (const role of roles) {
    await heardBy(role).until(() => typesHeardBy(role).length >= typesFor(role).length)
  }
})
afterAll(async () => {
  for (const listener of listeners.values()) listener.close()
  await world.stop()
})

const heardBy = (role: Role) => listeners.get(role)!
const typesHeardBy = (role: Role) =>
  heardBy(role)
    .events.map(({ type }) => type)
    .toSorted()

/** What the scopes of a role allow to hear, but for what is of one member alone. */
const typesFor = (role: Role) => {
  const held = scopesOf(role)
  return eventTypes
    .filter(({ scope }) => scope === 'member' || held.includes(scope))
    .filter(({ whose }) => !whose || whose.orScope || role === 'owner')
    .map(({ name }) => name)
    .toSorted()
}

test.each(roles)(
  'XC-5: a member of the role %s hears what its scopes allow, and no more',
  (role) => {
    expect(typesHeardBy(role)).toEqual(typesFor(role))
  },
)

test('somebody is left out of something, and nobody hears what no feature tells of', () => {
  expect(typesHeardBy('viewer')).not.toContain('embeds.opened')
  expect(typesHeardBy('developer')).not.toContain('transactions.ingested')
  expect(typesHeardBy('owner')).not.toContain('secrets.whispered')
})

test('XC-3: a key hears of its own app, of no other, and of nothing that is of the whole tenant', async () => {
  const key = await tenant.key({ environment: 'sandbox' })
  const listener = await listenAt(world.url, key)
  const happen = (appId: string | null, environment: string | null) =>
    world.db.query(
      `insert into events (tenant_id, environment, app_id, id, type, ref, data, at)
       values ($1, $2, $3, uuidv7(), 'apps.created', '{}', '{}', now())`,
      [tenant.id, environment, appId],
    )
  await happen(null, null)
  await happen((await tenant.key({ environment: 'sandbox' })).appId, 'sandbox')
  await happen(key.appId, 'sandbox')
  // What happened to the key itself may still be on its way.
  const created = () => listener.events.filter(({ type }) => type === 'apps.created')
  await listener.until(() => created().length > 0)
  expect(created()).toHaveLength(1)
  listener.close()
})
