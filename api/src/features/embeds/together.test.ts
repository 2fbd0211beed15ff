/** EM-2 KY-7: what all sessions of a key, and of an app, may ask of one operation together. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { createPartner, portal, type Partner } from '../../testing/partner.ts'
import type { Holder } from '../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
let partner: Partner
/** All of a test falls into one minute. */
const clock = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 1000)
const scopes = ['logs:read', 'jobs:run']

beforeAll(async () => {
  world = await startWorld({ processes: 2 })
  await world.setClock(clock)
  partner = await createPartner(world)
})
afterAll(() => world.stop())

const measure = (as: Holder, server = 0, headers: object = { origin: portal }) =>
  world.ask('/v1/exports/measure', { as, server, json: { of: 'logs' }, headers: { ...headers } })

const passed = (answers: readonly Response[]) =>
  answers.filter(({ status }) => status === 200).length

/** As if sessions had asked so often in this minute already. */
const spent = (whose: 'key' | 'app', id: string, requests: number) =>
  world.db.query(
    `insert into quota_windows (policy, subject, window_start, taken, expires_at)
     values ($1, $2, $3, $4, now() + interval '1 hour')
     on conflict (policy, subject, window_start) do update set taken = excluded.taken`,
    [
      `exports.measure/${whose}-sessions`,
      `${whose} ${id}`,
      Math.floor(clock.getTime() / 60_000),
      requests,
    ],
  )

/** Over both processes in turn. */
const crowd = (of: readonly Holder[]) =>
  Promise.all(Array.from({ length: 12 }, (_, n) => measure(of[n % of.length]!, (n >> 1) % 2)))

const violatedBy = async (answers: readonly Response[]) => {
  const refused = answers.find(({ status }) => status === 429)!
  return ((await refused.json()) as ProblemDocument)['violated-policies']
}

test('EM-2 sessions of a key share what an operation lets five of them ask, over all processes', async () => {
  const { key, tenant, app } = partner
  const pages = [await partner.enter({ scopes }), await partner.enter({ scopes })]
  await spent('key', key.id, 295)
  const answers = await crowd(pages)
  expect(passed(answers)).toBe(5)
  expect(await violatedBy(answers)).toEqual(['exports.measure/key-sessions'])
  // A further session is no way around it, and neither the server nor the team has less for it.
  expect((await measure(await partner.enter({ scopes }))).status).toBe(429)
  expect((await measure(key, 0, {})).status).toBe(200)
  expect((await measure(await tenant.member(), 0, {})).status).toBe(200)
  const other = await tenant.key({ app })
  const { clientSecret } = await partner.open({ scopes }, other)
  const page = (await (await partner.exchange(clientSecret)).json()) as Holder
  expect((await measure(page)).status).toBe(200)
})

test('KY-7 of an app they share what it lets ten of them ask, however many keys open them', async () => {
  const other = await createPartner(world, 'Other')
  const { tenant, app } = other
  const enter = async () => {
    const { clientSecret } = await other.open({ scopes }, await tenant.key({ app }))
    return (await (await other.exchange(clientSecret)).json()) as Holder
  }
  const pages = [await enter(), await enter()]
  await spent('app', app.id, 596)
  const answers = await crowd(pages)
  expect(passed(answers)).toBe(4)
  expect(await violatedBy(answers)).toEqual(['exports.measure/app-sessions'])
})
