import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { createClock } from '../clock/index.ts'
import { uuidv7 } from '../crypto/index.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyProcessWorld } from '../../testing/toy/world.ts'
import type { Holder } from '../../testing/transport.ts'
import type { World } from '../../testing/world.ts'
import { createLimits, type Policy } from './limits.ts'
import { policyFor, subjectOf } from './policy.ts'
import { takeFromAll } from './take-all.ts'

let world: World
beforeAll(async () => {
  world = await startToyProcessWorld({ processes: 2 })
})
afterAll(() => world.stop())

/** Far from the end of a window, so that all requests of a test fall into one. */
const atStartOfMinute = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 1000)
const later = (seconds: number) => new Date(atStartOfMinute.getTime() + seconds * 1000)

const knock = (as: Holder, server = 0, now = atStartOfMinute) =>
  world.ask('/v1/doors/knock', { as, server, headers: { 'sonaqor-now': now.toISOString() } })

describe('a quota', () => {
  test('is told with every answer, as structured fields', async () => {
    const { status, headers } = await knock(bearer(uuidv7()))
    expect(status).toBe(204)
    expect(headers.get('ratelimit-policy')).toBe('"doors.knock";q=40;w=60')
    expect(headers.get('ratelimit')).toBe('"doors.knock";r=39;t=59')
  })

  test('is one for all processes: exactly so many pass, however they are spread', async () => {
    const someone = bearer(uuidv7())
    const crowd = Array.from({ length: 100 }, (_, i) => knock(someone, i % 2))
    const statuses = (await Promise.all(crowd)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 204)).toHaveLength(40)
    expect(statuses.filter((status) => status === 429)).toHaveLength(60)
  })

  test('is not held back by a process that hardly needs it', async () => {
    const someone = bearer(uuidv7())
    await knock(someone, 1)
    let passed = 0
    for (let i = 0; i < 45; i += 1) if ((await knock(someone, 0)).status === 204) passed += 1
    expect(passed).toBe(39)
  })

  test('is refused with the policy and the time to wait', async () => {
    const someone = bearer(uuidv7())
    await Promise.all(Array.from({ length: 40 }, () => knock(someone)))
    const response = await knock(someone, 1)
    const document = (await response.json()) as ProblemDocument
    expect(document).toMatchObject({
      status: 429,
      code: 'quota-exceeded',
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      'violated-policies': ['doors.knock'],
    })
    expect(response.headers.get('retry-after')).toBe('59')
    expect(response.headers.get('ratelimit')).toBe('"doors.knock";r=0;t=59')
  })

  test('is whole again in the next window, and each principal has its own', async () => {
    const someone = bearer(uuidv7())
    await Promise.all(Array.from({ length: 41 }, () => knock(someone)))
    expect((await knock(someone)).status).toBe(429)
    expect((await knock(bearer(uuidv7()))).status).toBe(204)
    expect((await knock(someone, 0, later(60))).status).toBe(204)
  })

  test('of an endpoint that names none is a common one', async () => {
    const { headers } = await world.ask('/v1/notes', { as: bearer(uuidv7()) })
    expect(headers.get('ratelimit-policy')).toBe('"default";q=3000;w=60')
    const open = await world.ask('/v1/doors/open')
    expect(open.headers.get('ratelimit-policy')).toBe('"default";q=300;w=60')
  })
})

test('a busy process asks the database a few times for a whole quota', async () => {
  let taken = 0
  let asked = 0
  const database = {
    query: async (_: string, [, , , quota, wanted]: unknown[] = []) => {
      asked += 1
      const granted = Math.min(Number(wanted), Math.ceil((Number(quota) - taken) / 8))
      if (granted === 0) return []
      taken += granted
      return [{ taken, granted }]
    },
  }
  const limits = createLimits(database as never, createClock())
  const policy: Policy = { name: 'any', requests: 6000, seconds: 60 }
  let passed = 0
  for (let i = 0; i < 6100; i += 1)
    if ((await limits.take(policy, 'one', new Date(0))).allowed) passed += 1
  expect(passed).toBe(6000)
  expect(asked).toBeLessThan(80)
})

test('KY-7 a bound that is raised or lowered holds at once, and not from the next window on', async () => {
  let taken = 0
  const database = {
    query: async (_: string, [, , , quota, wanted]: unknown[] = []) => {
      const granted = Math.min(Number(wanted), Math.ceil((Number(quota) - taken) / 8))
      if (granted <= 0) return []
      taken += granted
      return [{ taken, granted }]
    },
  }
  const limits = createLimits(database as never, createClock())
  const passed = async (requests: number) => {
    let count = 0
    for (let i = 0; i < 100; i += 1) {
      const policy = { name: 'any', requests, seconds: 60 }
      if ((await limits.take(policy, 'one', new Date(0))).allowed) count += 1
    }
    return count
  }
  expect(await passed(10)).toBe(10)
  expect(await passed(40)).toBe(30)
  expect(await passed(20)).toBe(0)
  await limits.take({ name: 'any', requests: 400, seconds: 60 }, 'one', new Date(0))
  await limits.take({ name: 'any', requests: 400, seconds: 60 }, 'one', new Date(0))
  expect(await passed(20)).toBe(0)
})

const quota = (name: string) => ({ policy: { name, requests: 1, seconds: 60 }, subject: 'one' })

test('KY-7 what a wider quota refuses takes nothing from the narrower ones', async () => {
  let granted = 0
  const database = {
    query: async (_: string, [policy]: unknown[] = []) => {
      if (policy === 'wide' || granted === 1) return []
      granted += 1
      return [{ taken: 1, granted }]
    },
  }
  const limits = createLimits(database as never, createClock())
  const now = new Date(0)
  const refused = await takeFromAll(limits, [quota('narrow'), quota('wide')], now)
  expect(refused.refusal?.policy.name).toBe('wide')
  expect((await takeFromAll(limits, [quota('narrow')], now)).refusal).toBeUndefined()
  expect(refused.all.map(({ policy }) => policy.name)).toEqual(['narrow', 'wide'])
})

const per = (kind: string) => ({ requests: 1, seconds: 1, per: kind })

test('whose quota it is follows from the limit, and a stranger is a network', () => {
  const asked = {
    route: 'a.b',
    limit: undefined,
    ip: '2001:db8::1:2',
    principal: { kind: 'anonymous' },
  }
  expect(subjectOf(asked as never)).toBe('ip 2001:db8:0:0')
  const member = { kind: 'member', id: 'm', tenantId: 't' }
  const of = (limit: object) =>
    subjectOf({ ...asked, ip: '192.0.2.1', principal: member, limit } as never)
  expect(of(per('principal'))).toBe('member m')
  expect(of(per('ip'))).toBe('ip 192.0.2.1')
  expect(policyFor({ ...asked, limit: per('ip') } as never, 10).requests).toBe(10)
})
