import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import { ProblemError, type Client } from '@sonaqor/contract/client'
import { createMemberSession } from './member-session.ts'
import type { TabNews, Tabs } from './tabs.ts'

const session = {
  token: 'token-1',
  sessionEndsAt: new Date(Date.now() + 12 * 3_600_000).toISOString(),
  idleEndsAt: new Date(Date.now() + 30 * 60_000).toISOString(),
  me: {
    person: { id: 'p1', name: 'Ada', email: 'ada@acme.example' },
    tenant: { id: 't1', name: 'Acme' },
  },
} as Session

const refused = () =>
  new ProblemError({
    type: '/docs/problems/unauthenticated',
    title: 'No',
    status: 401,
    code: 'unauthenticated',
    detail: 'The session has ended. Sign in again.',
    instance: 'r1',
  })

let answer: () => Promise<Session>
let found: () => Promise<Session | null>
let asked: unknown[]
let told: TabNews[]
let tellOthers: (news: TabNews) => void
let atOnce: number
let most: number

const api = {
  auth: {
    resume: async () => ({ session: await found() }),
    refresh: () => answer(),
    signIn: (request: unknown) => (asked.push(request), answer()),
    switchTenant: (request: unknown) => (asked.push(request), answer()),
    signOut: () => Promise.resolve(),
  },
} as unknown as Pick<Client, 'auth'>

const tabs: Tabs = {
  async alone(work) {
    most = Math.max(most, (atOnce += 1))
    return work().finally(() => (atOnce -= 1))
  },
  tell: (news) => told.push(news),
  listen: (listener) => (tellOthers = listener),
}

beforeEach(() => {
  answer = () => Promise.resolve(session)
  found = answer
  asked = []
  told = []
  atOnce = most = 0
})

describe('XC-1: who is signed in to this page', () => {
  test('a session that is still good is taken up without a word', async () => {
    const member = createMemberSession(api, tabs)
    expect(member.state()).toEqual({ name: 'starting' })
    await member.resume()
    expect(member.state()).toEqual({ name: 'signed-in', session })
    expect(told).toEqual([])
  })

  test('a stranger is led to sign-in, and nothing is refused on the way', async () => {
    found = () => Promise.resolve(null)
    answer = () => Promise.reject(new Error('nobody may be asked to renew what is not there'))
    const member = createMemberSession(api, tabs)
    await member.resume()
    expect(member.state()).toEqual({ name: 'signed-out' })
  })

  test('XC-12: a session that has ended is waited for, and what waited goes on', async () => {
    const member = createMemberSession(api, tabs)
    await member.resume()
    answer = () => Promise.reject(refused())
    const waiting = Promise.all([member.renew(), member.renew()])
    await new Promise((resolve) => setTimeout(resolve))
    expect(member.state()).toEqual({ name: 'ended', session })
    const next = { ...session, token: 'token-2' }
    answer = () => Promise.resolve(next)
    await member.signIn({ email: 'Ada@acme.example', password: 'x' })
    expect(asked).toEqual([{ body: { email: 'Ada@acme.example', password: 'x', tenantId: 't1' } }])
    expect(await waiting).toEqual([next, next])
    expect(member.state()).toEqual({ name: 'signed-in', session: next })
  })

  test('XC-12: somebody else signs in anywhere that they may', async () => {
    const member = createMemberSession(api, tabs)
    await member.resume()
    found = () => Promise.reject(refused())
    await member.resume()
    await member.signIn({ email: 'grace@acme.example', password: 'x' })
    expect(asked).toEqual([{ body: { email: 'grace@acme.example', password: 'x' } }])
  })

  test('XC-12: who leaves the page of an ended session lets nothing wait any longer', async () => {
    const member = createMemberSession(api, tabs)
    await member.resume()
    answer = () => Promise.reject(refused())
    const waiting = member.renew()
    await new Promise((resolve) => setTimeout(resolve))
    member.leave()
    await expect(waiting).rejects.toThrow('has ended')
    expect(member.state()).toEqual({ name: 'signed-out' })
  })

  test('XC-12: each use moves the end of an idle session on, in whichever tab it was', async () => {
    const member = createMemberSession(api, tabs)
    expect(member.ends()).toBeUndefined()
    await member.resume()
    const first = member.ends()
    expect(first?.absoluteAt).toBe(Date.parse(session.sessionEndsAt))
    await new Promise((resolve) => setTimeout(resolve, 20))
    tellOthers('renewed')
    expect(member.ends()?.idleAt).toBeGreaterThan(first?.idleAt ?? Infinity)
    await member.renew()
    expect(told).toEqual(['renewed'])
  })

  test('a server that gives no answer signs nobody out', async () => {
    const member = createMemberSession(api, tabs)
    await member.resume()
    answer = () => Promise.reject(new Error('no network'))
    found = answer
    await expect(member.renew()).rejects.toThrow('no network')
    expect(member.state()).toEqual({ name: 'signed-in', session })
    await member.resume()
    expect(member.state()).toEqual({ name: 'unreachable', error: new Error('no network') })
  })

  test('signing in and out is told to the other tabs', async () => {
    const member = createMemberSession(api, tabs)
    await member.signIn({ email: 'a@b.example', password: 'x' })
    await member.signOut()
    expect(told).toEqual(['signed-in', 'signed-out'])
    expect(member.state()).toEqual({ name: 'signed-out' })
  })

  test('another tenant is entered without a word from the person, and told to the other tabs', async () => {
    const member = createMemberSession(api, tabs)
    await member.resume()
    const elsewhere = { ...session, me: { tenant: { id: 't2', name: 'Other' } } } as Session
    answer = () => Promise.resolve(elsewhere)
    await member.switchTo({ id: 't2', name: 'Other' })
    expect(asked).toEqual([{ body: { tenantId: 't2' } }])
    expect(member.state()).toEqual({ name: 'signed-in', session: elsewhere })
    expect(told).toEqual(['signed-in'])
  })

  test('a switch that fails leaves the person where they are, unless the session has ended', async () => {
    const member = createMemberSession(api, tabs)
    await member.resume()
    answer = () => Promise.reject(new Error('no network'))
    await expect(member.switchTo({ id: 't2', name: 'Other' })).rejects.toThrow('no network')
    expect(member.state()).toEqual({ name: 'signed-in', session })
    answer = () => Promise.reject(refused())
    await expect(member.switchTo({ id: 't2', name: 'Other' })).rejects.toThrow('Sign in again')
    expect(member.state()).toEqual({ name: 'ended', session })
  })

  test('what another tab did holds here too', async () => {
    const member = createMemberSession(api, tabs)
    await member.resume()
    tellOthers('signed-out')
    expect(member.state()).toEqual({ name: 'signed-out' })
    tellOthers('signed-in')
    await Promise.resolve()
    await expect(member.renew()).resolves.toEqual(session)
    expect(member.state().name).toBe('signed-in')
  })

  test('whatever uses the cookie asks the tabs first', async () => {
    const member = createMemberSession(api, tabs)
    await member.resume()
    await member.signIn({ email: 'a@b.example', password: 'x' })
    await member.switchTo({ id: 't2', name: 'Other' })
    await member.signOut()
    expect(most).toBe(1)
  })
})
