import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../../testing/builders.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import type { World } from '../../../testing/world.ts'
import { makeSecret } from '../key-format.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
})
afterAll(() => world.stop())

const check = async (key: string, holder?: Holder) =>
  world.as(holder ?? (await acme.member())).keys.check({ body: { key } })

const nothing = { secret: null, works: null, key: null }

describe('who may not', () => {
  test('KY-8 a viewer learns of no key what it is', async () => {
    const { token } = await acme.key()
    expect(await refusalOf(check(token, await acme.member('viewer')))).toMatchObject({
      scope: 'keys:read',
    })
  })

  test.each([[{}], [{ key: '' }], [{ key: 'x'.repeat(201) }]])(
    'KY-8 %j is refused by a pointer',
    async (json) => {
      const answer = await world.ask('/v1/keys/check', { as: await acme.member(), json })
      expect(answer.status).toBe(422)
      expect(((await answer.json()) as ProblemDocument).errors).toMatchObject([
        { pointer: '#/key' },
      ])
    },
  )

  test('XC-3 a key of another tenant, or of an app that one does not see, is as one that never was', async () => {
    const never = makeSecret('sandbox')
    const expected = { is: 'unknown', environment: 'sandbox', ...nothing }
    expect(await check(never)).toEqual(expected)
    const other = await world.tenant('Other', { roles: ['owner'] })
    expect(await check((await other.key()).token)).toEqual(expected)
    const [mine, neighbour] = [await acme.key(), await acme.key()]
    expect(await check(neighbour.token, mine)).toEqual(expected)
    expect(await check(mine.token, mine)).toMatchObject({ is: 'known', key: { id: mine.id } })
    const production = await acme.key({ environment: 'production' })
    expect(await check(production.token, mine)).toEqual({ ...expected, environment: 'production' })
  })
})

describe('what a pasted key is', () => {
  test('KY-2 KY-8 what never was a key, and what is one mistyped or cut', async () => {
    const { token } = await acme.key()
    for (const text of ['hello', 'sk_live_abc', `Bearer ${token}`]) {
      expect(await check(text)).toEqual({ is: 'no-key', environment: null, ...nothing })
    }
    for (const text of [token.slice(0, -1), `${token}x`, token.replace('sq_test_', 'sq_live_')]) {
      expect(await check(text)).toMatchObject({ is: 'damaged', ...nothing })
    }
  })

  test('KY-8 whose key it is, in which state, and which of its secrets', async () => {
    const key = await acme.key({ label: 'Pasted' })
    const { keys } = world.as(await acme.member())
    const params = { id: key.id }
    const known = { is: 'known', environment: 'sandbox' }
    expect(await check(` ${key.token}\n`)).toMatchObject({
      ...known,
      secret: 'newest',
      works: true,
      key: { id: key.id, label: 'Pasted', state: 'active' },
    })
    const { secret } = await keys.rotate({ params, body: { overlap: '1h' } })
    expect(await check(key.token)).toMatchObject({ ...known, secret: 'old', works: true })
    await keys.endOverlap({ params })
    expect(await check(key.token)).toMatchObject({ ...known, secret: 'ended', works: false })
    expect(await check(secret)).toMatchObject({ ...known, secret: 'newest', works: true })
    await keys.revoke({ params })
    expect(await check(secret)).toMatchObject({
      ...known,
      secret: 'newest',
      works: false,
      key: { state: 'revoked' },
    })
  })

  test('KY-8 LG-1 it stands nowhere, also where the one who asks is a key whose requests are logged', async () => {
    const [asking, pasted] = [await acme.key(), await acme.key()]
    await check(pasted.token, asking)
    await check(pasted.token)
    const { rows } = await world.db.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    for (const { name } of rows) {
      const found = await world.db.query(
        `select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`,
        [pasted.token.slice(12)],
      )
      expect([name, found.rowCount]).toEqual([name, 0])
    }
    const lines = await world.db.query(
      `select 1 from log_entries where key_id = $1 and path = '/v1/keys/check'`,
      [asking.id],
    )
    expect(lines.rowCount).toBe(1)
  })
})
