import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { problems } from '@sonaqor/contract/problem'
import { act } from 'react'
import { drawAnswer } from './answer.ts'
import { holdKey, type HeldKey } from './held-key.ts'
import { openKeyPanel } from './key-panel.ts'
import type { Lending } from './lending.ts'
import { startSamples, textOf } from './samples.ts'
import { search, startSearch } from './search.ts'
import { startTrying } from './try-it.ts'
import { requestOf } from './written-request.ts'

const secret = `sq_test_${'a'.repeat(36)}`

const panel = `<template id="key-panel"><fieldset>
  <p data-key-note></p>
  <div data-key-choice hidden><select></select><button type="button" data-key-fill>Fill in</button></div>
  <p data-key-held hidden><code data-key-shown></code><span data-key-until></span>
    <button type="button" data-key-forget>Use another</button></p>
  <details data-key-paste><input id="key-pasted" /></details>
  <p data-key-scope hidden></p><p role="alert" data-key-fault></p>
</fieldset></template>
<template id="answer"><div><p class="outcome" role="status"></p><p data-answer-links></p>
  <details><dl class="headers"></dl></details><figure><pre><code></code></pre></figure></div></template>`

const form = `<details data-try="keys.update"><form data-method="PATCH" data-path="/v1/keys/{id}" data-scope="keys:write">
  <div data-key-place></div>
  <input name="id" data-in="path" value="a/b" /><input name="limit" data-in="query" value="2" />
  <input name="cursor" data-in="query" value="" /><input name="If-Match" data-in="header" value='"3"' />
  <textarea name="body" data-in="body">{"label":"x"}</textarea><p data-fault></p>
  <button type="submit" class="send">Send</button></form><div data-answer-place></div></details>`

const sample = `<main><figure><figcaption>curl</figcaption><pre><code>Bearer <span data-key>sq_test_your_key</span></code></pre></figure></main>`

let key: HeldKey
const fetched = globalThis.fetch

beforeEach(() => {
  document.body.innerHTML = panel + form + sample
  key = holdKey()
})
afterEach(() => {
  globalThis.fetch = fetched
})

const lending = (change: Partial<Lending> = {}): Lending => ({
  reader: async () => null,
  apps: async () => [],
  lend: () => Promise.reject(new Error('nobody is signed in')),
  ...change,
})
const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector)!
const settled = () => act(() => new Promise((done) => setTimeout(done)))

async function open(by: Lending = lending()) {
  startTrying(document, key, () => openKeyPanel(document, key, by))
  const details = find<HTMLDetailsElement>('[data-try]')
  details.open = true
  details.dispatchEvent(new Event('toggle'))
  await settled()
}

async function paste(text: string) {
  find<HTMLInputElement>('#key-pasted').value = text
  find('#key-pasted').dispatchEvent(new Event('input'))
  await settled()
}

describe('SU-4: what is tried', () => {
  test('is what stands in the form, with what was left out left out', () => {
    expect(requestOf(find<HTMLFormElement>('form'))).toEqual({
      method: 'PATCH',
      path: '/v1/keys/a%2Fb?limit=2',
      headers: { 'if-match': '"3"', 'content-type': 'application/json' },
      body: '{"label":"x"}',
    })
  })

  test('goes with the key alone, without the cookie of the reader, and what comes back is shown', async () => {
    // What answers is no more than what is read of it: jsdom has no `Response`.
    const answer = {
      status: 403,
      ok: false,
      headers: new Map([['x-request-id', 'r1']]),
      text: async () => '{"code":"forbidden"}',
    } as unknown as Response
    const sent = jest.fn<typeof fetch>(async () => answer)
    globalThis.fetch = sent
    await open()
    await paste(secret)
    find<HTMLFormElement>('form').requestSubmit()
    await settled()
    const [address, init] = sent.mock.calls[0]!
    expect(String(address)).toBe(`${location.origin}/v1/keys/a%2Fb?limit=2`)
    expect(init).toMatchObject({
      credentials: 'omit',
      headers: { authorization: `Bearer ${secret}` },
    })
    expect(find('.outcome').textContent).toMatch(/^403 Forbidden · \d+ ms · 20 B$/)
    const links = [...document.querySelectorAll('[data-answer-links] a')].map((one) =>
      one.getAttribute('href'),
    )
    expect(links).toEqual(['/logs?environment=sandbox&requestId=r1', '/docs/problems/forbidden'])
  })

  test('goes once however often it is pressed, and the press keeps the focus', async () => {
    const back = Promise.withResolvers<Response>()
    const sent = jest.fn<typeof fetch>(() => back.promise)
    globalThis.fetch = sent
    await open()
    await paste(secret)
    const send = find<HTMLButtonElement>('button.send')
    send.focus()
    send.click()
    send.click()
    await settled()
    expect(sent).toHaveBeenCalledTimes(1)
    expect([send.disabled, send.getAttribute('aria-disabled')]).toEqual([false, 'true'])
    back.reject(new TypeError('no answer'))
    await settled()
    expect(send.hasAttribute('aria-disabled')).toBe(false)
    expect(document.activeElement).toBe(send)
  })

  test.each([...new Set(Object.values(problems).map(({ status }) => status))])(
    'is told in words where it is answered with %d',
    (status) => {
      const answer = { status, ok: false, headers: new Map() } as unknown as Response
      drawAnswer(document, find('[data-answer-place]'), { answer, text: '', tookMs: 1 })
      expect(find('.outcome').textContent).toMatch(new RegExp(`^${status} [A-Z][a-z]`))
    },
  )

  test('is not sent without a key, nor with a body that is no JSON', async () => {
    const sent = jest.fn<typeof fetch>()
    globalThis.fetch = sent
    await open()
    find<HTMLFormElement>('form').requestSubmit()
    await settled()
    expect(find('[data-key-fault]').textContent).toBe('A key is missing.')
    await paste(secret)
    find<HTMLTextAreaElement>('textarea').value = '{"label":'
    find<HTMLFormElement>('form').requestSubmit()
    await settled()
    expect(find('[data-fault]').textContent).toMatch(/^This is no JSON/)
    expect(sent).not.toHaveBeenCalled()
  })
})

describe('SU-4: the key that a page holds', () => {
  test('is none of production: it is not taken, and does not stay in the field', async () => {
    await open()
    await paste(`sq_live_${'a'.repeat(36)}`)
    expect(key.get()).toBeUndefined()
    expect(find<HTMLInputElement>('#key-pasted').value).toBe('')
    expect(find('[data-key-fault]').textContent).toMatch(/key of production/)
  })

  test.each([
    ['of production', `sq_live_${'a'.repeat(36)}`, /key of production/],
    ['cut short', secret.slice(0, 30), /no key of a sandbox app/],
  ])(
    'is asked for again with what is wrong where the one that was pasted is %s',
    async (_, wrong, words) => {
      await open()
      await paste(wrong)
      find<HTMLFormElement>('form').requestSubmit()
      await settled()
      expect(find('[data-key-fault]').textContent).toMatch(words)
    },
  )

  test('is asked for again in the words of the API, which knows no such key', async () => {
    const detail = 'This is no API key: its last six signs do not fit the others.'
    const answer = {
      status: 401,
      ok: false,
      headers: new Map(),
      text: async () => JSON.stringify({ detail }),
    }
    globalThis.fetch = async () => answer as unknown as Response
    await open()
    await paste(secret)
    for (let times = 0; times < 2; times += 1) {
      find<HTMLFormElement>('form').requestSubmit()
      await settled()
      expect(find('[data-key-fault]').textContent).toBe(detail)
    }
  })

  test('is masked in the page, whole where a sample is copied, and nowhere in storage', async () => {
    startSamples(document, key)
    await open()
    await paste(secret)
    expect(document.body.textContent).not.toContain(secret)
    expect(find('main code').textContent).toBe(`Bearer ${secret.slice(0, 12)}••••••••`)
    expect(textOf(find('main code'), key)).toBe(`Bearer ${secret}`)
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('sq_test')
    find('[data-key-forget]').click()
    await settled()
    expect(textOf(find('main code'), key)).toBe('Bearer sq_test_your_key')
  })

  test('is asked for once the reader presses, of the app that they chose', async () => {
    const lend = jest.fn<Lending['lend']>(
      async () => ({ secret, expiresAt: '2026-11-22T13:00:00Z' }) as never,
    )
    const me = { scopes: ['keys:write'], secondFactorMissing: false } as never
    await open(
      lending({
        reader: async () => me,
        apps: async () => [{ id: 'a1', name: 'Checkout' }] as never,
        lend,
      }),
    )
    expect(lend).not.toHaveBeenCalled()
    find('[data-key-fill]').click()
    await settled()
    expect(lend).toHaveBeenCalledWith('a1')
    expect(key.get()?.secret).toBe(secret)
    // It makes no keys, which the operation in this form does.
    expect(find('[data-key-scope]').hidden).toBe(false)
  })

  test('is asked for once however often that is pressed, and the press keeps the focus', async () => {
    const lend = jest.fn<Lending['lend']>(() => lent.promise)
    const lent = Promise.withResolvers<never>()
    const me = { scopes: ['keys:write'], secondFactorMissing: false } as never
    await open(
      lending({
        reader: async () => me,
        apps: async () => [{ id: 'a1', name: 'Checkout' }] as never,
        lend,
      }),
    )
    const fill = find<HTMLButtonElement>('[data-key-fill]')
    fill.focus()
    fill.click()
    fill.click()
    await settled()
    expect(lend).toHaveBeenCalledTimes(1)
    expect([fill.disabled, fill.getAttribute('aria-disabled')]).toEqual([false, 'true'])
    lent.reject(new TypeError('no answer'))
    await settled()
    expect(fill.hasAttribute('aria-disabled')).toBe(false)
    expect(document.activeElement).toBe(fill)
  })

  test.each([
    [null, 'Sign in'],
    [{ scopes: [], secondFactorMissing: true }, 'second factor'],
    [{ scopes: ['logs:read'], secondFactorMissing: false }, 'keys:write'],
    [{ scopes: ['keys:write'], secondFactorMissing: false }, 'no app in the sandbox'],
  ])('is missing for a reason that is told: %j', async (me, words) => {
    await open(lending({ reader: async () => me as never }))
    expect(find('[data-key-note]').textContent).toContain(words)
    expect(find('[data-key-choice]').hidden).toBe(true)
  })
})

/** Presses a key where the focus is, or elsewhere. */
const press = (name: string, on: EventTarget = document.activeElement ?? document.body) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))

/** What the search says of these words. */
async function told(words: string) {
  find<HTMLInputElement>('input').value = words
  find('input').dispatchEvent(new Event('input'))
  await settled()
  return find('[role=status]').textContent
}

describe('SU-4: the search', () => {
  const all = [
    { t: 'List and search API keys', u: '/1', k: 'GET /v1/keys', w: 'keys.list keys:read' },
    { t: 'Issue an API key', u: '/2', k: 'POST /v1/keys', w: 'keys.issue keys:write' },
    { t: 'Search the logs', u: '/3', k: 'GET /v1/logs', w: 'logs.search' },
  ]
  const hits = (words: string) => search(all, words).map(({ u }) => u)

  test('finds by title, path, name and scope, what begins so first, and only what holds all words', () => {
    expect(hits('search')).toEqual(['/3', '/1'])
    expect(hits('API key')).toEqual(['/1', '/2'])
    expect(hits('POST /v1/keys')).toEqual(['/2'])
    expect(hits('KEYS:WRITE')).toEqual(['/2'])
    expect(hits('logs nothing')).toEqual([])
  })

  test('finds by the text of a page behind all names, and what was mistyped by a letter or two', () => {
    const texts = [
      ...all,
      { t: 'Retrying', u: '/4', k: 'Guides', w: '', x: 'issue idempotency-key' },
    ]
    const found = (words: string) => search(texts, words).map(({ u }) => u)
    expect(found('issue')).toEqual(['/2', '/4'])
    expect(found('idempotancy')).toEqual(['/4'])
    expect(found('serach')).toEqual(['/3', '/1'])
    expect(found('key nowhere')).toEqual([])
  })

  test('is gone through by the keyboard alone, and fetches its list once somebody searches', async () => {
    document.body.innerHTML = `<form role="search" data-search="/docs/search.1.json"><input type="search" />
      <div data-found hidden><p role="status"></p><ul></ul></div></form><textarea></textarea>`
    const fetchList = jest.fn<typeof fetch>(
      async () => ({ ok: true, json: async () => all }) as unknown as Response,
    )
    globalThis.fetch = fetchList
    startSearch(document)
    const field = find<HTMLInputElement>('input')
    find('textarea').focus()
    press('/')
    expect(document.activeElement).toBe(find('textarea'))
    press('/', document.body)
    expect(document.activeElement).toBe(field)
    expect(fetchList).not.toHaveBeenCalled()
    for (const words of ['api', 'api key']) {
      field.value = words
      field.dispatchEvent(new Event('input'))
      await settled()
    }
    expect(fetchList.mock.calls).toEqual([['/docs/search.1.json']])
    expect(find('[role=status]').textContent).toBe('2 found')
    const links = [...document.querySelectorAll('a')]
    press('ArrowDown')
    expect(document.activeElement).toBe(links[0])
    press('ArrowDown')
    press('ArrowDown')
    expect(document.activeElement).toBe(field)
    press('ArrowUp')
    expect(document.activeElement).toBe(links[1])
    press('Escape')
    expect(document.activeElement).toBe(field)
    expect(find('[data-found]').hidden).toBe(true)
  })

  test('says that nothing was found, and that its list could not be fetched, and then tries again', async () => {
    document.body.innerHTML = `<form role="search" data-search="/x"><input type="search" />
      <div data-found hidden><p role="status"></p><ul></ul></div></form>`
    let isUp = false
    globalThis.fetch = jest.fn<typeof fetch>(
      async () => ({ ok: isUp, json: async () => all }) as unknown as Response,
    )
    startSearch(document)
    expect(await told('logs')).toMatch(/could not be loaded/)
    isUp = true
    expect(await told('logs')).toBe('1 found')
    expect(await told('whatever')).toBe('Nothing found for “whatever”')
  })
})
