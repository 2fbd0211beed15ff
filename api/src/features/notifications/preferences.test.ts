/** XC-13: how members choose to hear of what. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { noticeKinds } from '@sonaqor/contract/notification-kinds'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { systemPrincipal } from '../../core/access/index.ts'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { OpenFoundation } from '../../core/house/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { notify } from './index.ts'

let world: World
let foundation: OpenFoundation
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
  acme = await world.tenant('Acme', { roles: ['owner', 'admin', 'developer'] })
})
afterAll(async () => {
  await foundation.close()
  await world.stop()
})

const asHouse = <T>(work: (scope: Scope) => Promise<T>, tenantId = acme.id) =>
  foundation.scopes.run(systemPrincipal('test', tenantId), work)
const problemOf = async (response: Response) => (await response.json()) as ProblemDocument
const params = { keyId: uuidv7(), label: 'Checkout', by: 'Ada', environment: 'production' } as const
const revoked = { kind: 'keys.revoked', params } as const
const passwordChanged = {
  kind: 'account.password-changed',
  params: { at: '2026-11-21T10:00:00.000Z' },
} as const

const put = async (changes: unknown) =>
  world.ask('/v1/notifications/preferences', {
    as: await acme.member('developer'),
    method: 'PUT',
    json: { changes },
  })

const off = (channel: 'inbox' | 'mail') => ({ kind: 'keys.revoked', channel, on: false }) as const

describe('what is refused', () => {
  test('XC-13 switching a security notice off, with the reason', async () => {
    const response = await put([
      { kind: 'keys.revoked', channel: 'mail', on: false },
      { kind: 'account.signed-in', channel: 'mail', on: false },
    ])
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({
      errors: [
        { detail: 'is a security notice, which cannot be switched off', pointer: '#/changes/1/on' },
      ],
    })
    const api = world.as(await acme.member('developer'))
    const { kinds } = await api.notifications.showPreferences()
    const mail = kinds
      .find(({ kind }) => kind === 'keys.revoked')
      ?.channels.find(({ channel }) => channel === 'mail')
    expect(mail).toMatchObject({ on: true })
  })

  test.each([
    [[], '#/changes'],
    [[{ kind: 'keys.lost', channel: 'mail', on: true }], '#/changes/0/kind'],
    [[{ kind: 'keys.revoked', channel: 'pigeon', on: true }], '#/changes/0/channel'],
    [[{ kind: 'keys.revoked', channel: 'mail', on: 'yes' }], '#/changes/0/on'],
  ])('XC-13 %j, with a pointer', async (changes, pointer) => {
    const response = await put(changes)
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors?.map((error) => error.pointer)).toEqual([pointer])
  })
})

describe('what happens', () => {
  test('XC-13 what was chosen holds from then on, and whoever wants nothing is told nothing', async () => {
    const tenant = await world.tenant('Choosers', { roles: ['owner'] })
    const owner = await tenant.member()
    const api = world.as(owner).notifications
    const tell = () => asHouse((scope) => notify(scope, { ...revoked, to: [owner.id] }), tenant.id)
    await api.setPreferences({ body: { changes: [off('inbox')] } })
    expect(await tell()).toEqual([owner.id])
    expect((await api.list()).data).toEqual([])
    expect((await api.deliveries()).data).toMatchObject([{ channel: 'mail' }])
    const { kinds } = await api.setPreferences({ body: { changes: [off('mail')], locale: 'de' } })
    expect(kinds.find(({ kind }) => kind === 'keys.revoked')).toMatchObject({
      title: 'Ein API-Schlüssel für die Produktion wurde widerrufen',
      channels: [
        { channel: 'inbox', on: false, byDefault: true, locked: false, reachable: true },
        { channel: 'mail', on: false, byDefault: true, locked: false, reachable: true },
        { channel: 'slack', on: false, byDefault: false, locked: false, reachable: false },
        { channel: 'sms', on: false, byDefault: false, locked: false, reachable: false },
      ],
    })
    expect(await tell()).toEqual([])
    const security = { ...passwordChanged, to: [owner.id] }
    expect(await asHouse((scope) => notify(scope, security), tenant.id)).toEqual([owner.id])
  })
})

test('XC-13 what was chosen before a kind was one of security holds no more', async () => {
  const { id } = await acme.member('admin')
  await world.db.query(
    `insert into notification_preferences values
       ($1, $2, 'account.password-changed', 'inbox', false), ($1, $2, 'account.password-changed', 'mail', false)`,
    [acme.id, id],
  )
  await asHouse((scope) => notify(scope, { ...passwordChanged, to: [id] }))
  const { rows } = await world.db.query(
    'select channel from notification_deliveries where member_id = $1 order by 1',
    [id],
  )
  expect(rows).toEqual([{ channel: 'inbox' }, { channel: 'mail' }])
})

describe('what it leaves behind', () => {
  test('XC-4 a choice stands in the audit log', async () => {
    const { id } = await acme.member('admin')
    const change = { kind: 'keys.issued', channel: 'mail', on: true } as const
    const api = world.as(await acme.member('admin'))
    await api.notifications.setPreferences({ body: { changes: [change] } })
    const { data } = await api.audit.search({ query: { action: 'notifications.preferred' } })
    expect(data[0]).toMatchObject({
      target: id,
      after: { changes: [{ kind: 'keys.issued', channel: 'mail', wanted: true }] },
    })
  })

  test('XC-13 what becomes of an account is a security notice, and such a one goes by mail as well', () => {
    const kinds = Object.entries(noticeKinds)
    const loose = kinds.filter(([name, { locked }]) => name.startsWith('account.') && !locked)
    expect(loose).toEqual([])
    for (const [name, { locked, channels }] of kinds) {
      if (locked)
        expect([name, channels]).toEqual([name, expect.arrayContaining(['inbox', 'mail'])])
    }
  })
})
