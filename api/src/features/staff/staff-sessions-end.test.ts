/** XC-1: what somebody proves themselves with is theirs as staff too, and a change of it ends those sessions. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { decodeJwt } from 'jose'
import type { WorldMember, WorldTenant } from '../../testing/builders.ts'
import { ownOrigin } from '../../testing/fake-browser.ts'
import { mailOf, tokenIn } from '../../testing/fake-mailbox.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { outcomeOf } from '../../testing/outcome.ts'
import { FakeStaff, type AtWork } from './fake-staff.ts'

const fresh = 'lemon tugboat quiver anthem'

let world: OwnWorld
let fake: FakeStaff
let tenant: WorldTenant
let member: WorldMember
let theirs: AtWork
let colleague: AtWork

beforeAll(async () => {
  world = await startWorld({
    worker: true,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '10000', SONAQOR_DEMO: 'true' },
  })
  fake = await FakeStaff.of(world)
})
beforeEach(async () => {
  tenant = await world.tenant('Quay', { roles: ['owner'] })
  member = await tenant.proved('owner')
  theirs = await fake.enter()
  colleague = await fake.enter()
  await world.db.query(
    `update directory.staff set person_id = (select id from directory.people where email = $2)
     where id = $1`,
    [theirs.id, member.email],
  )
  expect(await isAtWork(theirs)).toBe(true)
})
afterEach(async () => {
  expect([await isAtWork(theirs), await isAtWork(colleague)]).toEqual([false, true])
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const isAtWork = async (by: AtWork) => (await outcomeOf(world.as(by).staff.tenants())) === 'ok'

describe('sessions of staff end', () => {
  test('with the password that their person changes', async () => {
    const body = { current: member.password, next: fresh }
    await world.as(member).account.changePassword({ body })
  })

  test('with the password that is set anew by a link', async () => {
    const { email } = member
    await world.ask('/v1/auth/request-reset', { json: { email } })
    const token = tokenIn(await mailOf(world, email, /^Set a new password$/), '/reset-password')
    const json = { token, password: fresh }
    expect((await world.ask('/v1/auth/reset-password', { json })).ok).toBe(true)
  })

  const put = {
    totp: `insert into directory.totp_factors (person_id, sealed, begun_at, confirmed_at, last_step)
      select id, '', now(), now(), 0 from directory.people where email = $1`,
    'passkeys/a-key': `insert into directory.passkeys (id, person_id, public_key, counter, transports, name, made_at)
      select 'a-key', id, '', 0, '{}', 'Laptop', now() from directory.people where email = $1`,
  }
  test.each(Object.entries(put))('with the second factor %s that is removed', async (path, sql) => {
    await world.db.query(sql, [member.email])
    const { sub = '' } = decodeJwt(member.token)
    const door = path === 'totp' ? 'remove_totp($1, now())' : `remove_passkey($1, 'a-key', now())`
    const client = await world.db.connect()
    await client.query(`begin; set local app.tenant_id = '${tenant.id}'`)
    const { rows } = await client.query(`select directory.${door} as removed`, [sub])
    await client.query('commit')
    client.release()
    expect(rows).toEqual([{ removed: true }])
  })
})
