/** EM-1, EM-9: the loader comes into a page once, and what hinders it is said and can be tried again. */
import { afterEach, expect, test } from '@jest/globals'
import { openHost } from './host.ts'
import { loadSonaqor } from './loader.ts'
import type { Sonaqor } from './sdk.ts'

const url = 'https://sonaqor.example'
const page = window as { Sonaqor?: Sonaqor }
const scripts = () => [...document.querySelectorAll('script')]
const sonaqor: Sonaqor = {
  start: (options) => ({ options }) as never,
  doctor: () => Promise.resolve(),
}

const fetchSession = () => Promise.resolve({ clientSecret: 's' })

/** As the script that has come and run. */
function arrive() {
  page.Sonaqor = sonaqor
  window.dispatchEvent(new Event('sonaqor-loaded'))
}

afterEach(() => {
  delete page.Sonaqor
  for (const script of scripts()) script.dispatchEvent(new Event('error'))
  document.head.replaceChildren()
})

test('one script is added, however often it is asked for, with the nonce of the page', async () => {
  const first = loadSonaqor(url, { nonce: 'n1' })
  const second = loadSonaqor(new URL('/anywhere', url))
  expect(scripts().map(({ src, nonce }) => [src, nonce])).toEqual([
    ['https://sonaqor.example/embed/v1.js', 'n1'],
  ])
  expect(scripts()[0]?.crossOrigin).toBe('anonymous')
  arrive()
  expect(await first).toBe(sonaqor)
  expect(await second).toBe(sonaqor)
  expect(await loadSonaqor(url)).toBe(sonaqor)
  expect(scripts()).toHaveLength(1)
})

test('where it did not come the page hears so by a code, and may ask again', async () => {
  const lost = loadSonaqor(url)
  scripts()[0]?.dispatchEvent(new Event('error'))
  await expect(lost).rejects.toMatchObject({
    code: 'loader-unreachable',
    message: 'Sonaqor could not be loaded.',
  })
  expect(scripts()).toEqual([])
  const again = loadSonaqor(url)
  expect(scripts()).toHaveLength(1)
  arrive()
  expect(await again).toBe(sonaqor)
})

test('what came and is something else, as the page of a proxy, did not come', async () => {
  const lost = loadSonaqor(url)
  scripts()[0]?.dispatchEvent(new Event('load'))
  await expect(lost).rejects.toMatchObject({ code: 'loader-unreachable' })
})

test('the retry of the error asks again by itself', async () => {
  const lost = loadSonaqor(url)
  scripts()[0]?.dispatchEvent(new Event('error'))
  const error = await lost.catch((reason: { retry(): void }) => reason)
  ;(error as { retry(): void }).retry()
  expect(scripts()).toHaveLength(1)
})

test('the page’s own element for it is waited for, while the page still loads', async () => {
  Object.defineProperty(document, 'readyState', { configurable: true, get: () => 'loading' })
  const own = document.createElement('script')
  own.src = `${url}/embed/v1.js`
  document.head.append(own)
  const brought = loadSonaqor(url)
  expect(scripts()).toEqual([own])
  Reflect.deleteProperty(document, 'readyState')
  arrive()
  expect(await brought).toBe(sonaqor)
})

test('an own element that failed before anybody listened is noticed when all has come', async () => {
  Object.defineProperty(document, 'readyState', { configurable: true, get: () => 'loading' })
  const own = document.createElement('script')
  own.src = `${url}/embed/v1.js`
  document.head.append(own)
  const brought = loadSonaqor(url)
  Reflect.deleteProperty(document, 'readyState')
  window.dispatchEvent(new Event('load'))
  await expect(brought).rejects.toMatchObject({ code: 'loader-unreachable' })
})

test('EM-4: an element that is named like our global is not taken for it', async () => {
  const inherited = { configurable: true, writable: true, value: document.createElement('a') }
  Object.defineProperty(Object.getPrototypeOf(window), 'Sonaqor', inherited)
  const brought = loadSonaqor(url)
  expect(scripts()).toHaveLength(1)
  arrive()
  expect(await brought).toBe(sonaqor)
  delete page.Sonaqor
  const lost = loadSonaqor(url)
  scripts().at(-1)?.dispatchEvent(new Event('error'))
  await expect(lost).rejects.toMatchObject({ code: 'loader-unreachable' })
  Reflect.deleteProperty(Object.getPrototypeOf(window) as object, 'Sonaqor')
})

test('EM-9: under Trusted Types its address is made by a policy that makes no other', async () => {
  const policies: { name: string; rules: { createScriptURL(url: string): string } }[] = []
  Reflect.set(window, 'trustedTypes', {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }) {
      policies.push({ name, rules })
      return rules
    },
  })
  const brought = loadSonaqor(url)
  Reflect.deleteProperty(window, 'trustedTypes')
  arrive()
  await brought
  expect(policies.map(({ name }) => name)).toEqual(['sonaqor-loader'])
  const { createScriptURL } = policies[0]!.rules
  expect(createScriptURL(`${url}/embed/v1.js`)).toBe(`${url}/embed/v1.js`)
  for (const other of ['https://evil.example/embed/v1.js', `${url}/x?/embed/v1.js`, ''])
    expect(() => createScriptURL(other)).toThrow(TypeError)
})

test('a host begins a session with what it is given, but for the nonce', async () => {
  const host = openHost(url, { fetchSession, nonce: 'n2', locale: 'de' })
  arrive()
  expect(await host).toEqual({ options: { fetchSession, locale: 'de' } })
})
