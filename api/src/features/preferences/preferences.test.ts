/** XC-12: what somebody has chosen of the dashboard waits for them on every device. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../testing/builders.ts'
import { FakeBrowser } from '../../testing/fake-browser.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let tenant: WorldTenant
let count = 0

beforeAll(async () => {
  world = await joinWorld()
})
afterAll(() => world.stop())

beforeEach(async () => {
  tenant = await world.tenant(`Harrowgate ${(count += 1)}`, { roles: ['owner', 'viewer'] })
})

const of = async (role: 'owner' | 'viewer') => world.as(await tenant.member(role)).preferences
const projectId = '01920000-0000-7000-8000-00000000a001'

async function signIn(role: 'owner' | 'viewer' = 'owner') {
  const { email, password } = await tenant.member(role)
  return (await (await new FakeBrowser(world).signIn(email, password)).json()) as Session
}

describe('who may not', () => {
  test('XC-12 a stranger and a key have no dashboard', async () => {
    expect((await world.ask('/v1/preferences')).status).toBe(401)
    const key = await tenant.key()
    expect((await world.ask('/v1/preferences', { as: key })).status).toBe(403)
  })
})

describe('what is refused', () => {
  test.each([
    [{ theme: 'mauve' }, '#/theme'],
    [{ language: 'tlh' }, '#/language'],
    [{ singleKeys: 'yes' }, '#/singleKeys'],
    [{ environment: 'staging' }, '#/environment'],
    [{ projectId: 'all' }, '#/projectId'],
    [{ theme: null }, '#/theme'],
    [{ wallpaper: 'x' }, '#/wallpaper'],
  ])('XC-12 %j, with a pointer', async (json, pointer) => {
    const as = await tenant.member()
    const response = await world.ask('/v1/preferences', { as, method: 'PATCH', json })
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as ProblemDocument
    expect(errors?.map((error) => error.pointer)).toEqual([pointer])
  })
})

describe('what happens', () => {
  test('XC-12 what was never chosen is left out, and what was is found on the next device', async () => {
    const first = world.as(await signIn()).preferences
    expect(await first.show()).toEqual({})
    const chosen = {
      theme: 'dark',
      language: 'de',
      singleKeys: false,
      environment: 'production',
    } as const
    await first.save({ body: { ...chosen, projectId } })
    expect(await world.as(await signIn()).preferences.show()).toEqual({ ...chosen, projectId })
  })

  test('XC-12 two devices at once undo nothing of each other’s', async () => {
    const [desk, phone] = [world.as(await signIn()), world.as(await signIn())]
    await desk.preferences.save({ body: { theme: 'dark', environment: 'production' } })
    await Promise.all([
      desk.preferences.save({ body: { singleKeys: false } }),
      phone.preferences.save({ body: { language: 'en' } }),
      desk.preferences.save({ body: { projectId } }),
      phone.preferences.save({ body: { environment: 'sandbox' } }),
    ])
    expect(await phone.preferences.show()).toEqual({
      theme: 'dark',
      language: 'en',
      singleKeys: false,
      environment: 'sandbox',
      projectId,
    })
  })

  test('XC-12 a single project gives way to all of them again, and nothing said changes nothing', async () => {
    const api = await of('owner')
    await api.save({ body: { projectId, environment: 'production' } })
    expect(await api.save({ body: { projectId: null } })).toEqual({ environment: 'production' })
    expect(await api.save({ body: {} })).toEqual({ environment: 'production' })
  })

  test('XC-12 how it looks goes with the person into another tenant; where they look does not', async () => {
    const session = await signIn()
    const api = world.as(session)
    await api.preferences.save({ body: { theme: 'light', environment: 'production', projectId } })
    const browser = new FakeBrowser(world)
    const { email, password } = await tenant.member()
    await browser.signIn(email, password)
    const founded = await api.account.addTenant({ body: { name: 'One more' } })
    const answer = await browser.post('/v1/auth/switch-tenant', { tenantId: founded.id })
    const there = world.as((await answer.json()) as Session).preferences
    expect(await there.show()).toEqual({ theme: 'light' })
  })

  test('XC-3 nobody else sees or changes it, in the same tenant or another', async () => {
    await (await of('owner')).save({ body: { theme: 'dark', environment: 'production' } })
    await (await of('viewer')).save({ body: { theme: 'light' } })
    expect(await (await of('owner')).show()).toMatchObject({ theme: 'dark' })
    expect(await (await of('viewer')).show()).toEqual({ theme: 'light' })
    const other = await world.tenant('Elsewhere', { roles: ['owner'] })
    expect(await world.as(await other.member()).preferences.show()).toEqual({})
  })
})
