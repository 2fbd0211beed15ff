/** Without a mail server the demo's mails land where people and tests can read them, and nowhere else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { request, type IncomingMessage } from 'node:http'
import { systemPrincipal } from '../../core/access/index.ts'
import type { OpenFoundation } from '../../core/house/index.ts'
import { ownOrigin } from '../../testing/fake-browser.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { until } from '../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { mailTo } from './index.ts'

interface Shown {
  readonly mails: readonly { id: string; to: string; subject: string; text: string }[]
}

async function started(demo: boolean) {
  const world = await startWorld({
    worker: true,
    env: { SONAQOR_DEMO: String(demo), PUBLIC_URL: ownOrigin },
  })
  return { world, foundation: await openFoundationOf(world) }
}

const write = ({ scopes }: OpenFoundation, to: string) =>
  scopes.run(systemPrincipal('test', null), (scope) =>
    mailTo(scope, { to, template: 'account.known', params: { link: '/sign-in?x=<script>' } }),
  )

describe('with the demo', () => {
  let world: OwnWorld
  let foundation: OpenFoundation
  beforeAll(async () => {
    ;({ world, foundation } = await started(true))
  })
  afterAll(async () => {
    await foundation.close()
    await world.stop()
  })

  /** Under a name of one's own choice, which `fetch` would not let one say. */
  function askAs(host: string, path: string, headers: Record<string, string> = {}) {
    const json = JSON.stringify({ email: 'nobody@acme.test', password: 'nothing at all' })
    const body = headers['content-type'] ? json : undefined
    return new Promise<IncomingMessage>((resolve, reject) => {
      const { port } = new URL(world.url)
      const method = body ? 'POST' : 'GET'
      request({ host: '127.0.0.1', port, path, method, headers: { ...headers, host } })
        .on('error', reject)
        .on('response', (answer) => resolve(answer.resume()))
        .end(body)
    })
  }

  const read = async (to: string) => {
    const response = await world.ask(`/dev/inbox.json?to=${encodeURIComponent(to)}`)
    return ((await response.json()) as Shown).mails
  }

  test('a mail lands in the development inbox, found by its address alone', async () => {
    await write(foundation, 'ada@acme.test')
    await write(foundation, 'bo@acme.test')
    await until(async () => (await read('bo@acme.test')).length === 1)
    await until(async () => (await read('ada@acme.test')).length === 1)
    const [mail] = await read('ada@acme.test')
    expect(mail).toMatchObject({ to: 'ada@acme.test', subject: 'You have an account already' })
    expect(await read('nobody@acme.test')).toEqual([])
    const all = (await (await world.ask('/dev/inbox.json')).json()) as Shown
    expect(all.mails).toHaveLength(2)
  })

  test('its page runs nothing, and shows a mail in a frame without an origin', async () => {
    const page = await world.ask('/dev/inbox')
    const html = await page.text()
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).toContain('You have an account already')
    expect(html).not.toContain('<script')
    const [mail] = await read('ada@acme.test')
    const framed = await world.ask(`/dev/inbox/${mail!.id}`)
    expect(framed.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox/)
    expect(await framed.text()).toContain('/sign-in?x=%3Cscript%3E')
  })

  test('XC-1 neither mails nor people are told to a page whose own name leads here', async () => {
    for (const path of ['/dev/inbox', '/dev/inbox.json', '/v1/demo/people']) {
      const led = await askAs('evil.example:4000', path)
      expect([path, led.statusCode]).toEqual([path, 404])
      expect(led.headers['content-type']).toContain('application/problem+json')
      expect((await askAs('localhost:4000', path)).statusCode).toBe(200)
    }
  })

  test('XC-1 nor does such a page sign anybody in, though it asks where it is itself', async () => {
    const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    for (const [origin, status] of [
      ['http://evil.example:4000', 403] as const,
      [ownOrigin, 401] as const,
    ]) {
      const answer = await askAs(new URL(origin).host, '/v1/auth/sign-in', { ...json, origin })
      expect([origin, answer.statusCode]).toEqual([origin, status])
    }
  })

  test.each([
    '/dev/inbox/00000000-0000-7000-8000-000000000000',
    '/dev/inbox/------------------------------------',
  ])('there is no mail at %s', async (path) => {
    expect((await world.ask(path)).status).toBe(404)
  })

  test('an address that is no text, and one that would be SQL, find nothing', async () => {
    for (const query of ["to=' or 1=1 --", 'to=a&to=b', 'to=%00']) {
      expect((await world.ask(`/dev/inbox.json?${query}`)).status).toBeLessThan(500)
    }
  })
})

describe('without the demo', () => {
  let world: OwnWorld
  let foundation: OpenFoundation
  beforeAll(async () => {
    ;({ world, foundation } = await started(false))
  })
  afterAll(async () => {
    await foundation.close()
    await world.stop()
  })

  test('there is no such inbox, and a mail says that no mail server is set', async () => {
    const id = await write(foundation, 'ada@acme.test')
    const row = async () =>
      (await world.db.query('select * from house_mails where id = $1', [id])).rows[0]
    await until(async () => (await row()).state !== 'waiting')
    expect(await row()).toMatchObject({
      state: 'suppressed',
      reason: 'no-mail-server',
      sealed: null,
    })
    expect((await world.db.query('select 1 from development_mails')).rowCount).toBe(0)
    // The shell answers for what is no page of anybody's.
    expect((await world.ask('/dev/inbox.json')).status).toBe(404)
    expect(await (await world.ask('/dev/inbox')).text()).not.toContain('Development inbox')
  })
})
