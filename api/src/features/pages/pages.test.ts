import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import { contract, problemCodes, problemType, type Endpoint } from '@sonaqor/contract'
import { shellPage } from './shell-page.ts'
import { staffOrigin, startWorld, type OwnWorld } from '../../testing/world.ts'

const portal = 'https://portal.example.com'
const own = 'https://sonaqor.test'
const script = `console.log(${JSON.stringify('x'.repeat(5000))})`

let world: OwnWorld
let build: string

beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'sonaqor-pages-'))
  const files = {
    'shell/shell.json': '{"file":"shell.1a2b3c4d.js"}',
    'shell/shell.1a2b3c4d.js': script,
    'shell/frame.json': '{"file":"frame.1a2b3c4d.js"}',
    'embed/v1.js': script,
    'embed/host.1a2b3c4d.js': script,
    'embed/sonaqor-embed.tgz': 'packed',
    'embed/sonaqor-embed.json': JSON.stringify({
      file: 'sonaqor-embed-1.2.3-0a1b2c.tgz',
      views: [],
      tokens: {},
    }),
    'embed/sonaqor-embed-1.2.3-0a1b2c.tgz': 'packed',
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(build, path, '..'), { recursive: true })
    await writeFile(join(build, path), content)
  }
  world = await startWorld({ env: { PUBLIC_URL: own, SONAQOR_BUILD_DIR: build } })
})
afterAll(async () => {
  await world.stop()
  await rm(build, { recursive: true })
})

/** The directives of an answer's policy, by name. */
function policyOf(answer: Response): Readonly<Record<string, string>> {
  const policy = answer.headers.get('content-security-policy') ?? ''
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )
}

async function appWith(origins: string[]): Promise<App> {
  const tenant = await world.tenant('Framed', { roles: ['owner'] })
  const api = world.as(await tenant.member())
  const project = await api.projects.create({ body: { name: 'Portal' } })
  return api.apps.create({
    body: { projectId: project.id, name: 'Portal', environment: 'production', origins },
  })
}

describe('EM-9: the shell stands under a strict policy', () => {
  test.each(['/', '/keys', '/projects/0199f0a2/settings'])('it is served at %s', async (path) => {
    const answer = await world.ask(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('src="/assets/shell.1a2b3c4d.js"')
  })

  test('scripts run by a nonce that is fresh each time, and nothing may frame it', async () => {
    const [one, other] = await Promise.all([world.ask('/'), world.ask('/')])
    const policy = policyOf(one)
    const [, nonce] = /^'nonce-([^']{24,})' 'strict-dynamic'$/.exec(policy['script-src']!)!
    expect(await one.text()).toContain(`<script nonce="${nonce}"`)
    expect(policyOf(other)['script-src']).not.toContain(nonce)
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'connect-src': "'self' wss://sonaqor.test",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'sonaqor',
    })
    expect(one.headers.get('content-security-policy')).not.toMatch(/unsafe-/)
    expect(Object.fromEntries(one.headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=63072000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
  })

  test.each([
    '/favicon.ico',
    '/.env',
    '/assets/',
    '/embed/nothing',
    '/modules/',
    '/v1/nothing',
    '/V1/keys',
    '/V1',
  ])('it does not stand in for what is missing: %s', async (path) => {
    const answer = await world.ask(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })

  test('XC-9: it says that the demo is on, and nothing of it where it is off', async () => {
    const page = { src: '/assets/shell.js', nonce: 'n', isDemo: true }
    expect(shellPage(page)).toContain('<meta name="sonaqor-demo" content="on" />')
    expect(await (await world.ask('/')).text()).not.toContain('demo')
  })

  test('nothing but reading is answered by a page', async () => {
    expect((await world.ask('/', { method: 'POST' })).status).toBe(404)
    // A slash too many, such as an address joined with a path makes, leads to no page.
    expect((await world.ask('//v1/apps')).status).toBe(404)
    const head = await world.ask('/', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

describe('what was built is served as it is', () => {
  test.each([
    ['/assets/shell.1a2b3c4d.js', 'public, max-age=31536000, immutable'],
    ['/embed/host/host.1a2b3c4d.js', 'public, max-age=31536000, immutable'],
    ['/embed/v1.js', 'public, max-age=60'],
  ])('%s', async (path, caching) => {
    const answer = await world.ask(path, { headers: { 'accept-encoding': 'br' } })
    expect(await answer.text()).toBe(script)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': caching,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })

  test('EM-1: the package, for whoever installs it from here', async () => {
    const docs = await (await world.ask('/docs/embedding/frameworks')).text()
    const [, named = ''] = /npm install (https\S+\.tgz)/.exec(docs) ?? []
    expect(named).toBe(`${own}/embed/sonaqor-embed-1.2.3-0a1b2c.tgz`)
    const kept = await Promise.all(
      [new URL(named).pathname, '/embed/sonaqor-embed.tgz'].map(async (path) => {
        const answer = await world.ask(path)
        expect(await answer.text()).toBe('packed')
        expect(answer.headers.get('content-type')).toBe('application/gzip')
        return answer.headers.get('cache-control')
      }),
    )
    // What a lock file names is never another content; the other address is asked each time.
    expect(kept).toEqual([expect.stringContaining('immutable'), 'no-cache'])
    expect((await world.ask('/embed/package.json')).status).toBe(404)
  })

  test.each(['shell.json%00', '..%2fembed%2fv1.js', '.hidden', 'nothing.js'])(
    'and nothing beside it: /assets/%s',
    async (name) => {
      const answer = await world.ask(`/assets/${name}`)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
    },
  )
})

describe('the page of the staff, where their cookie is reachable', () => {
  test('stands at their origin and is nothing at the tenants’', async () => {
    const page = await world.ask('/staff', { at: 'staff' })
    expect([page.status, page.headers.get('x-frame-options')]).toEqual([200, 'DENY'])
    expect(await page.text()).toContain(`<meta name="sonaqor-tenants-origin" content="${own}"`)
    const home = await world.ask('/', { at: 'staff', redirect: 'manual' })
    expect([home.status, home.headers.get('location')]).toEqual([302, '/staff'])
    expect((await world.ask('/assets/shell.1a2b3c4d.js', { at: 'staff' })).status).toBe(200)
    for (const path of ['/staff', '/staff/x']) {
      expect((await world.ask(path, { at: 'tenants' })).status).toBe(404)
    }
  })

  test('runs what was built with it and no release of a module, and frames one page alone', async () => {
    const policy = policyOf(await world.ask('/staff', { at: 'staff' }))
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': `${staffOrigin}/assets/`,
      'connect-src': "'self'",
      'frame-src': `${own}/look`,
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
    })
  })

  test('what it frames may be framed by it alone, and runs modules at the tenants’ origin', async () => {
    const answer = await world.ask('/look')
    expect(policyOf(answer)).toMatchObject({
      'script-src': expect.stringContaining("'strict-dynamic'"),
      'frame-ancestors': staffOrigin,
    })
    expect(answer.headers.get('x-frame-options')).toBeNull()
    expect(await answer.text()).toContain(
      `<meta name="sonaqor-staff-origin" content="${staffOrigin}"`,
    )
  })
})

describe('EM-4: our own frame', () => {
  test('may be framed by the registered origins of its app and by nobody else', async () => {
    const { embedId } = await appWith([portal, 'http://127.0.0.1:4100'])
    const answer = await world.ask(`/embed/frame/${embedId}`)
    expect(policyOf(answer)['frame-ancestors']).toBe(`${portal} http://127.0.0.1:4100`)
    expect(answer.headers.get('x-frame-options')).toBeNull()
    const page = await answer.text()
    expect(page).toContain(`content="${portal} http://127.0.0.1:4100"`)
    expect(page).toContain('src="/assets/frame.1a2b3c4d.js"')
  })

  test('says of what an app names no more than are origins, and no word of another directive', async () => {
    const { id, embedId } = await appWith([portal])
    const rows = ['https://a;sandbox', 'https://*', 'https://a,b.example', portal, '*', "'self'"]
    await world.db.query('update apps set origins = $1 where id = $2', [rows, id])
    expect(policyOf(await world.ask(`/embed/frame/${embedId}`))['frame-ancestors']).toBe(portal)
    await world.db.query('update apps set origins = $1 where id = $2', [['https://*'], id])
    const headers = (await world.ask(`/embed/frame/${embedId}`)).headers
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('may be framed by nobody where no origin is registered', async () => {
    const { embedId } = await appWith([])
    expect(policyOf(await world.ask(`/embed/frame/${embedId}`))['frame-ancestors']).toBe("'none'")
  })

  test.each(['0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43', 'nobody', "'--"])(
    'is not there for an id that no app has: %s',
    async (embedId) => {
      expect((await world.ask(`/embed/frame/${embedId}`)).status).toBe(404)
    },
  )
})

describe('SU-4: the docs are made from the contract', () => {
  test('each operation stands on the page of its area, and in the OpenAPI document', async () => {
    const document = await (await world.ask('/v1/openapi.json')).json()
    for (const [area, endpoints] of Object.entries<Record<string, Endpoint>>(contract)) {
      const page = await (await world.ask(`/docs/api/${area}`)).text()
      for (const [verb, { path, method, options }] of Object.entries(endpoints)) {
        const operation = document.paths[`/v1${path}`][method.toLowerCase()]
        expect(operation.operationId).toBe(`${area}.${verb}`)
        expect(operation['x-internal']).toBe(options.internal)
        if (!options.internal) expect(page).toContain(`id="${area}.${verb}"`)
      }
    }
  })

  test('what serves our own pages alone is on no page, so that nobody builds on it', async () => {
    expect((await world.ask('/docs/api/demo')).status).toBe(404)
    expect(await (await world.ask('/docs')).text()).not.toContain('/docs/api/demo')
  })

  test('each problem leads to a page with cause and fix', async () => {
    for (const code of problemCodes) {
      const type = problemType(code)
      const path = type.startsWith('/') ? type : `/docs/problems/${code}`
      const page = await (await world.ask(path)).text()
      expect(page).toContain('Why it happens')
      expect(page).toContain('What to do')
    }
  })

  test('every link of every page leads somewhere', async () => {
    const seen = new Set<string>()
    const waiting = ['/docs']
    for (const path of waiting) {
      const answer = await world.ask(path)
      expect([path, answer.status]).toEqual([path, 200])
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      for (const [, href = ''] of (await answer.text()).matchAll(/href="(\/docs[^"#]*)/g)) {
        if (!seen.has(href)) waiting.push(href)
        seen.add(href)
      }
    }
    expect(seen.size).toBeGreaterThan(20)
  })

  test('they run no script that was not built for them, and show markup as text', async () => {
    const answer = await world.ask('/docs/embedding')
    expect(policyOf(answer)).toMatchObject({
      'default-src': "'none'",
      'script-src': `${own}/assets/`,
      'style-src': "'self'",
      'trusted-types': "'none'",
    })
    const page = await answer.text()
    // Of a build that holds none.
    expect(page).not.toContain('<script')
    expect(page).not.toMatch(/ style=/)
    // What looks like markup in an example is text.
    expect(page).toContain('&#60;script src=')
  })

  test('XC-7: the list of pages is folded where there is no side for it, and brings its own icon', async () => {
    const page = await (await world.ask('/docs')).text()
    expect(page).toMatch(
      /<details class="folded">\s*<summary>All pages<.summary>\s*<nav class="side"/,
    )
    expect(page).toContain('<link rel="icon" href="data:image/svg+xml')
    expect(policyOf(await world.ask('/docs'))['img-src']).toContain('data:')
    const sheet = await (await world.ask(/href="([^"]+\.css)"/.exec(page)![1]!)).text()
    expect(sheet).toMatch(/\.folded \{\s*display: none/)
  })

  test('a page that does not exist is not found', async () => {
    expect((await world.ask('/docs/api/nothing')).status).toBe(404)
  })
})
