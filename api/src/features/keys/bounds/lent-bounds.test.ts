/** KY-1, KY-7: what a key hands on to others, and what it may change of them and of itself. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Key, NewKey } from '@sonaqor/contract/keys'
import type { WorldTenant } from '../../../testing/builders.ts'
import { refusalOf } from '../../../testing/partner.ts'
import type { Holder } from '../../../testing/transport.ts'
import { startWorld, type World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant
let appId: string

beforeAll(async () => {
  world = await startWorld()
  acme = await world.tenant('Acme', { roles: ['owner'] })
  appId = (await acme.app()).id
})
afterAll(() => world.stop())

const ownAddresses = ['127.0.0.0/8', '::/0']
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const body = (bounds: Partial<NewKey> = {}) => ({
  appId,
  label: 'Lent',
  scopes: ['apps:read' as const, 'keys:write' as const],
  ...bounds,
})

const owner = async () => world.as(await acme.member()).keys

const change = ({ id }: Key, to: Partial<Pick<Key, 'ipAllowlist' | 'requestsPerMinute'>>) => ({
  params: { id },
  body: to,
})

async function issue(bounds: Partial<NewKey> = {}): Promise<Key & Holder> {
  const { secret, ...key } = await (await owner()).issue({ body: body(bounds) })
  return { ...key, token: secret }
}

describe('KY-7 a rate limit of its own', () => {
  test('lets a key issue no others, each of which would be a way around it', async () => {
    const { keys } = world.as(await issue({ requestsPerMinute: 50 }))
    for (const requestsPerMinute of [10, 51, null]) {
      const refusal = await refusalOf(keys.issue({ body: body({ requestsPerMinute }) }))
      expect(refusal).toMatchObject({ code: 'forbidden' })
    }
  })

  test('is made slower by a key, and faster by a member alone', async () => {
    const [paced, free] = [await issue({ requestsPerMinute: 50 }), await issue()]
    const slow = await issue({ requestsPerMinute: 10 })
    for (const [as, key, pace] of [
      [paced, paced, 51],
      [paced, paced, null],
      [free, slow, 11],
      [free, slow, null],
    ] as const) {
      expect(
        await refusalOf(world.as(as).keys.update(change(key, { requestsPerMinute: pace }))),
      ).toMatchObject({
        code: 'forbidden',
        errors: [{ pointer: '#/requestsPerMinute' }],
      })
    }
    const slower = { requestsPerMinute: 5 }
    expect(await world.as(free).keys.update(change(slow, slower))).toMatchObject(slower)
    const faster = { requestsPerMinute: null }
    expect(await (await owner()).update(change(slow, faster))).toMatchObject(faster)
  })
})

describe('KY-1 addresses and an end of its own', () => {
  test('are those of the keys that it issues, where they say nothing, and never less', async () => {
    const expiresAt = inMinutes(60)
    const bounds = { ipAllowlist: ownAddresses, expiresAt }
    const { keys } = world.as(await issue(bounds))
    expect(await keys.issue({ body: body() })).toMatchObject(bounds)
    const less = { ipAllowlist: ['127.0.0.1/32'], expiresAt: inMinutes(10) }
    expect(await keys.issue({ body: body(less) })).toMatchObject(less)
    for (const [more, pointer] of [
      [{ ipAllowlist: ['127.0.0.1', '0.0.0.0/0'] }, '#/ipAllowlist/1'],
      [{ expiresAt: inMinutes(61) }, '#/expiresAt'],
    ] as const) {
      const refusal = await refusalOf(keys.issue({ body: body(more as Partial<NewKey>) }))
      expect(refusal).toMatchObject({ code: 'forbidden', errors: [{ pointer }] })
    }
  })

  test('are not put off by rotating itself', async () => {
    const key = await issue({ expiresAt: inMinutes(10) })
    const rotate = (expiresAt: string | null) => ({
      params: { id: key.id },
      body: { overlap: '1h' as const, expiresAt },
    })
    for (const later of [inMinutes(11), null]) {
      expect(await refusalOf(world.as(key).keys.rotate(rotate(later)))).toMatchObject({
        code: 'forbidden',
        errors: [{ pointer: '#/expiresAt' }],
      })
    }
    expect(await world.as(key).keys.rotate(rotate(inMinutes(9)))).toMatchObject({ label: 'Lent' })
  })

  test('are opened by no key that may write keys, its own as little as another one’s', async () => {
    const shut = await issue({ ipAllowlist: ['203.0.113.7'] })
    const own = await issue({ ipAllowlist: ownAddresses })
    for (const asked of [
      change(shut, { ipAllowlist: [] }),
      change(shut, { ipAllowlist: ['203.0.113.0/24'] }),
      change(own, { ipAllowlist: [] }),
    ]) {
      expect(await refusalOf(world.as(own).keys.update(asked))).toMatchObject({ code: 'forbidden' })
    }
    expect(await (await owner()).update(change(shut, { ipAllowlist: [] }))).toMatchObject({
      ipAllowlist: [],
    })
  })
})
