/** KY-5, KY-6, KY-8: what became of a key is seen beside it by whoever may see it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { KeyHistory } from '@sonaqor/contract/key-history'
import type { Key } from '@sonaqor/contract/keys'
import type { WorldTenant } from '../../testing/builders.ts'
import { refusalOf } from '../../testing/partner.ts'
import { until } from '../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ worker: true, env: { TRUSTED_PROXIES: '1' } })
  acme = await world.tenant('Acme', { roles: ['owner', 'developer', 'viewer'] })
})
beforeEach(() => world.setClock(null))
afterAll(() => world.stop())

const historyOf = async ({ id }: Pick<Key, 'id'>): Promise<KeyHistory['events']> => {
  const { events } = await world.as(await acme.member()).keys.history({ params: { id } })
  return events
}
const whatOf = async (key: Pick<Key, 'id'>) => (await historyOf(key)).map(({ what }) => what)

test('KY-5 a viewer, another tenant and a key of another app hear nothing of it', async () => {
  const { id } = await acme.key()
  const viewer = world.as(await acme.member('viewer')).keys
  expect(await refusalOf(viewer.history({ params: { id } }))).toMatchObject({ scope: 'keys:read' })
  const other = await (await world.tenant('Other', { roles: ['owner'] })).member()
  for (const holder of [other, await acme.key()]) {
    const { keys } = world.as(holder)
    expect(await refusalOf(keys.history({ params: { id } }))).toMatchObject({ status: 404 })
  }
})

test('KY-5 what members did with a key is told by their names, the newest first, and nothing else of them', async () => {
  const owner = await acme.member()
  const { keys } = world.as(owner)
  const key = await acme.key({ label: 'Before' })
  const params = { id: key.id }
  await keys.update({ params, body: { label: 'After' } })
  await keys.rotate({ params, body: { overlap: '1h' } })
  await keys.endOverlap({ params })
  await keys.revoke({ params })
  const events = await historyOf(key)
  expect(events.map(({ what }) => what)).toEqual([
    'revoked',
    'overlap-ended',
    'rotated',
    'updated',
    'issued',
  ])
  const renamed = [{ field: 'label', from: 'Before', to: 'After' }]
  for (const { what, ...rest } of events) {
    expect([what, rest]).toEqual([
      what,
      {
        id: expect.any(String),
        at: expect.any(String),
        by: expect.any(String),
        ip: null,
        changes: what === 'updated' ? renamed : what === 'rotated' ? [] : null,
        leak: null,
        reminder: null,
      },
    ])
  }
})

test('KY-6 who reported a leak, where it was found, and that the key ended by it, stand beside the key', async () => {
  const key = await acme.key()
  const url = 'https://paste.example/raw/1'
  await world.ask('/v1/keys/leaked', { json: { key: key.token, url } })
  const [revoked, reported] = await historyOf(key)
  expect(reported).toMatchObject({
    what: 'leak-reported',
    by: null,
    leak: { by: 'report', url, secret: 'newest' },
  })
  expect(revoked).toMatchObject({ what: 'revoked', by: null, leak: null })
})

test('KY-8 which reminders of its expiry went out, and to how many', async () => {
  const { id: appId } = await acme.app()
  const { keys } = world.as(await acme.member())
  const dayMs = 86_400_000
  const expiresAt = new Date(Date.now() + 5 * dayMs).toISOString()
  const body = { appId, label: 'Ending', scopes: ['apps:read' as const], expiresAt }
  const key = await keys.issue({ body })
  await world.setClock(new Date(Date.now() + 4.5 * dayMs))
  await world.db.query(
    `insert into job_outbox (id, name, payload) values (gen_random_uuid(), 'keys.find-expiring', '{}')`,
  )
  await until(async () => {
    const { rows } = await world.db.query(
      `select 1 from audit_entries where action = 'keys.reminded' and target = $1`,
      [key.id],
    )
    return rows.length > 0
  })
  // By then the session is over, which lasts a day.
  await world.setClock(null)
  const [reminded] = await historyOf(key)
  expect(reminded).toMatchObject({ by: null, reminder: { days: 1, told: 2 } })
})

test('KY-5 from which new address a key was used, and from which it was shut out', async () => {
  const key = await acme.key()
  const from = (ip: string) => ({ as: key, headers: { 'x-forwarded-for': ip } })
  await world.ask('/v1/apps', from('203.0.113.7'))
  await until(
    async () => (await world.as(key).keys.show({ params: { id: key.id } })).lastUsedIp !== null,
  )
  await world.ask('/v1/apps', from('198.51.100.9'))
  await until(async () => (await whatOf(key)).includes('used-from-new-ip'))
  expect((await historyOf(key))[0]).toMatchObject({ ip: '198.51.100.9', by: null })
  const ipAllowlist = ['203.0.113.0/24']
  await world.as(await acme.member()).keys.update({ params: { id: key.id }, body: { ipAllowlist } })
  await world.ask('/v1/apps', from('192.0.2.4'))
  await until(async () => (await whatOf(key)).includes('shut-out'))
  expect((await historyOf(key))[0]).toMatchObject({ what: 'shut-out', ip: '192.0.2.4', by: null })
})
