/** Staff have an origin of their own: nothing of theirs answers at the tenants', and nothing of tenants at theirs. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { contract } from '@sonaqor/contract'
import type { Endpoint } from '@sonaqor/contract/endpoint'
import type { StaffSession } from '@sonaqor/contract/staff'
import type { WorldTenant } from '../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { listenAt } from '../../testing/listener.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import { staffOrigin, type World } from '../../testing/world.ts'
import { FakeStaff, type AtWork } from './fake-staff.ts'

let world: World
let fake: FakeStaff
let lead: AtWork
let tenant: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeStaff.of(world)
  lead = await fake.enter({ role: 'security' })
  tenant = await world.tenant('Harbour')
})
afterAll(async () => {
  await fake?.close()
  await world?.stop()
})

const endpoints = Object.entries<Record<string, Endpoint>>(contract).flatMap(([area, verbs]) =>
  Object.entries(verbs).map(([verb, endpoint]) => ({ name: `${area}.${verb}`, endpoint })),
)
const isOfStaff = ({ endpoint: { options } }: (typeof endpoints)[number]) => options.at === 'staff'
const pathOf = ({ path }: Endpoint) => `/v1${path.replaceAll(/\{\w+\}/g, tenant.id)}`

test('whatever takes a session or a scope of staff answers at their origin', () => {
  const theirs = endpoints.filter(({ name, endpoint: { path, options } }) =>
    [name.startsWith('staff.'), path.startsWith('/staff'), /^staff[-:]/.test(options.access)].some(
      Boolean,
    ),
  )
  expect(theirs.length).toBeGreaterThan(20)
  expect(theirs.filter((one) => !isOfStaff(one))).toEqual([])
})

describe('the tenants’ origin', () => {
  test.each(endpoints.filter(isOfStaff))('knows no $name, whoever asks', async ({ endpoint }) => {
    const { method } = endpoint
    const asked = { method, at: 'tenants', ...(method === 'GET' ? {} : { json: {} }) } as const
    const answers = [
      await world.ask(pathOf(endpoint), { ...asked, as: lead }),
      await world.ask(pathOf(endpoint), asked),
      await world.ask(pathOf(endpoint), { ...asked, method: 'OPTIONS' }),
    ]
    const never = await world.ask('/v1/never/was', { at: 'tenants', as: lead })
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    const { instance: _, ...told } = (await answers[0]!.json()) as Record<string, unknown>
    const { instance: __, ...nothing } = (await never.json()) as Record<string, unknown>
    expect(told).toEqual(nothing)
  })

  test('hands no session of staff to whoever brings its cookie', async () => {
    const { email, password } = await fake.add()
    const browser = new FakeBrowser(world)
    const session = (await (
      await browser.post('/v1/staff/sign-in', { email, password })
    ).json()) as StaffSession
    expect(session.me.email).toBe(email)
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const resume = (origin: string, at: 'tenants' | 'staff') =>
      world.ask('/v1/staff/resume', { method: 'POST', at, headers: { origin, cookie } })
    expect((await resume(ownOrigin, 'tenants')).status).toBe(404)
    // Nor does a page of the tenants' origin get it at the staff's, where a browser sends the cookie.
    expect((await resume(ownOrigin, 'staff')).status).toBe(403)
    expect((await resume(staffOrigin, 'staff')).status).toBe(200)
  })

  test('and a page of it may ask nothing there with a token of staff either', async () => {
    const read = { as: lead, headers: { origin: ownOrigin } }
    expect((await world.ask('/v1/staff/tenants', read)).status).toBe(403)
    read.headers.origin = staffOrigin
    expect((await world.ask('/v1/staff/tenants', read)).status).toBe(200)
  })
})

describe('the staff’s origin', () => {
  test.each(endpoints.filter((one) => !isOfStaff(one)))('knows no $name', async ({ endpoint }) => {
    const { method } = endpoint
    const json = method === 'GET' ? {} : { json: {} }
    const as = await tenant.member('owner')
    const answer = await world.ask(pathOf(endpoint), { method, at: 'staff', as, ...json })
    expect(answer.status).toBe(404)
  })

  test('takes up no session of a tenant’s member', async () => {
    const { email, password } = await tenant.member('owner')
    const browser = new FakeBrowser(world)
    expect((await browser.signIn(email, password)).status).toBe(200)
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin: staffOrigin, 'sec-fetch-site': 'same-origin', cookie }
    const resume = await world.ask('/v1/auth/resume', { method: 'POST', at: 'staff', headers })
    expect(resume.status).toBe(404)
  })

  test.each(['/keys', '/modules/keys/1.0.0/remote.js', '/docs', '/embed/v1.js', '/look'])(
    'serves nothing of theirs: %s',
    async (path) => {
      expect((await world.ask(path, { at: 'staff' })).status).toBe(404)
    },
  )
})

test('a live socket opens at the tenants’ origin alone', async () => {
  const member = await tenant.member('owner')
  await (await listenAt(world.url, member)).close()
  await expect(listenAt(world.staffUrl, member)).rejects.toThrow()
})
