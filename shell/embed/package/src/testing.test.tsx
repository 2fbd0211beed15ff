/** EM-9: a partner's tests hear every event and every error, without a network and without us. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { loadSonaqor } from './loader.ts'
import { embedErrorCodes, embedEvents, fakeSonaqor, type FakeSonaqor } from './testing.ts'
import type { EmbedError } from './sdk.ts'

let fake: FakeSonaqor
const secrets = ['first', 'second']
const fetchSession = () => Promise.resolve({ clientSecret: secrets.shift() ?? '' })
/** Until what was promised at once is done. */
const settle = () => new Promise((done) => setTimeout(done))

function stand(html: string): HTMLElement {
  document.body.innerHTML = html
  return document.body.firstElementChild as HTMLElement
}

beforeEach(() => {
  secrets.splice(0, 2, 'first', 'second')
  fake = fakeSonaqor()
})
afterEach(() => {
  fake.remove()
  document.body.replaceChildren()
})

test('every event reaches the element and whoever listens above it, with details made up', () => {
  const keys = stand('<sonaqor-keys></sonaqor-keys>')
  const heard: string[] = []
  for (const event of embedEvents) {
    document.addEventListener(event, ({ detail }) => void heard.push(`${event} ${typeof detail}`), {
      once: true,
    })
    fake.emit(keys, event)
  }
  expect(heard).toEqual(embedEvents.map((event) => `${event} object`))
  expect(embedEvents).toHaveLength(8)
})

test('every error reaches the element, and onError of its session', () => {
  const keys = stand('<sonaqor-keys session="second"></sonaqor-keys>')
  const told: EmbedError[] = []
  fake.sonaqor.start({ fetchSession, onError: () => expect('another session').toBe('told') })
  fake.sonaqor.start({ fetchSession, name: 'second', onError: (error) => void told.push(error) })
  const seen: string[] = []
  keys.addEventListener('sonaqor-error', ({ detail }) => void seen.push(detail.code))
  for (const code of embedErrorCodes) fake.fail(keys, code, { requestId: 'r1' })
  expect(seen).toEqual(embedErrorCodes)
  expect(told.map(({ code }) => code)).toEqual(embedErrorCodes)
  expect(told[0]).toBeInstanceOf(Error)
  expect(told[0]).toMatchObject({ requestId: 'r1', message: 'Sonaqor could not be loaded.' })
})

test('the page’s fetchSession is called, at the start and when the token runs out', async () => {
  const keys = stand('<sonaqor-keys></sonaqor-keys>')
  const states: string[] = []
  keys.addEventListener('sonaqor-session', ({ detail }) => void states.push(detail.state))
  fake.sonaqor.start({ fetchSession })
  await settle()
  await fake.renew()
  expect(fake.sessions[0]?.secrets).toEqual(['first', 'second'])
  expect(states).toEqual(['open', 'renewed'])
  await expect(fake.renew('nobody')).rejects.toThrow('nobody')
})

test('where it brings none, the elements say so as in the product', async () => {
  const keys = stand('<sonaqor-keys></sonaqor-keys>')
  const codes: string[] = []
  keys.addEventListener('sonaqor-error', ({ detail }) => void codes.push(detail.code))
  fake.sonaqor.start({ fetchSession: () => Promise.reject(new Error('signed out')) })
  await settle()
  expect(codes).toEqual(['session-unfetched'])
})

test('what the page tells a session is noted, until it is over', async () => {
  const handle = fake.sonaqor.start({ fetchSession, locale: 'en' })
  handle.update({ locale: 'de' })
  const view = handle.mount(stand('<div></div>'), { view: 'keys.list', state: { search: 'a' } })
  expect(view.state).toEqual({ search: 'a' })
  expect(fake.sessions[0]?.mounted[0]?.request.view).toBe('keys.list')
  view.remove()
  expect(fake.sessions[0]?.mounted).toEqual([])
  await handle.logout()
  handle.destroy()
  expect(fake.sessions[0]?.calls.map(({ call }) => call)).toEqual([
    'start',
    'update',
    'logout',
    'destroy',
  ])
  expect(fake.sessions[0]).toMatchObject({ isOver: true, options: { locale: 'de' } })
})

test('a start of the same name changes the session, and of another name begins one', () => {
  fake.sonaqor.start({ fetchSession, locale: 'en' })
  fake.sonaqor.start({ fetchSession, locale: 'de' })
  fake.sonaqor.start({ fetchSession, name: 'other' })
  expect(fake.sessions.map(({ name, options }) => [name, options.locale])).toEqual([
    ['', 'de'],
    ['other', undefined],
  ])
})

test('an element has a state, from its tag, from its page, and from what is told of it', async () => {
  const keys = stand('<sonaqor-keys state="search=cart"></sonaqor-keys>') as HTMLElement & {
    state: object
  }
  await settle()
  expect(keys.state).toEqual({ search: 'cart' })
  keys.state = { state: 'active' }
  expect(keys.state).toEqual({ state: 'active' })
  fake.emit(keys, 'sonaqor-state', { state: { search: 'b' } })
  expect(keys.state).toEqual({ search: 'b' })
})

test('loadSonaqor brings the fake while it is there, and nothing of it afterwards', async () => {
  expect(await loadSonaqor('https://sonaqor.example')).toBe(fake.sonaqor)
  fake.remove()
  expect('Sonaqor' in window).toBe(false)
  const waiting = loadSonaqor('https://sonaqor.example')
  fake = fakeSonaqor()
  expect(await waiting).toBe(fake.sonaqor)
  await fake.sonaqor.doctor()
  expect(fake.doctors).toBe(1)
})
