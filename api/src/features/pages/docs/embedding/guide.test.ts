import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createPartner, type Partner } from '../../../../testing/partner.ts'
import { startWorld, type OwnWorld } from '../../../../testing/world.ts'
import { toldOf } from '../../../../../../shell/embed/package/told.ts'
import { events } from './events.ts'
import { errors } from './troubleshooting.ts'

const own = 'https://sonaqor.test'
const root = new URL('../../../../../../', import.meta.url).pathname
const sourceOf = (path: string) => readFileSync(join(root, path), 'utf8')

const manifests = globSync('{mfe-*,shell}/module.json', { cwd: root }).map((path) =>
  join(root, path),
)
/** What the build of this tree says of itself. */
const told = { file: 'sonaqor-embed-1.2.3-0a1b2c.tgz', ...toldOf(manifests) }

let world: OwnWorld
let partner: Partner
let buildDir: string

beforeAll(async () => {
  buildDir = await mkdtemp(join(tmpdir(), 'sonaqor-guide-'))
  await mkdir(join(buildDir, 'embed'))
  await writeFile(join(buildDir, 'embed/sonaqor-embed.json'), JSON.stringify(told))
  world = await startWorld({ env: { PUBLIC_URL: own, SONAQOR_BUILD_DIR: buildDir } })
  partner = await createPartner(world)
})
afterAll(async () => {
  await world.stop()
  await rm(buildDir, { recursive: true })
})

const plain = (text: string) =>
  text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

/** The samples of a page as they would be copied, by what stands above them. */
async function samplesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const page = await (await world.ask(path)).text()
  const figures = page.matchAll(
    /<figcaption>(.+?)<\/figcaption>\s*<pre tabindex="0"><code>([^]*?)<\/code>/g,
  )
  return new Map([...figures].map(([, label = '', text = '']) => [plain(label), plain(text)]))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

test('EM-1 the quick start, copied as it stands, opens a session and serves its page', async () => {
  const samples = await samplesOf('/docs/embedding')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const { app, tenant } = partner
  const { revision } = app
  await world
    .as(await tenant.member())
    .apps.update({ params: { id: app.id }, body: { origins: [origin] }, ifMatch: revision })
  const folder = await mkdtemp(join(tmpdir(), 'sonaqor-quick-start-'))
  // Another port than the guide's, which may be taken, and the views that this world has.
  const code = (samples.get('server.mjs') ?? '')
    .replaceAll('3000', String(port))
    .replace(own, world.url)
    .replace('logs.tail', 'logs.list')
  await writeFile(join(folder, 'server.mjs'), code)
  await writeFile(join(folder, 'page.html'), samples.get('page.html') ?? '')
  const server = spawn(process.execPath, ['server.mjs'], {
    cwd: folder,
    env: { SONAQOR_API_KEY: partner.key.token },
  })
  try {
    const page = await untilAnswered(origin)
    expect(page.headers.get('content-type')).toBe('text/html')
    expect(await page.text()).toContain(`src="${own}/embed/v1.js"`)
    const ask = (from: string) =>
      fetch(`${origin}/sonaqor-session`, { method: 'POST', headers: { origin: from } })
    const answer = await ask(origin)
    expect([answer.status, await answer.json()]).toMatchObject([
      201,
      { clientSecret: expect.stringMatching(/^sqe_/) },
    ])
    expect((await ask('https://evil.example')).status).toBe(403)
  } finally {
    server.kill()
    await rm(folder, { recursive: true })
  }
})

async function untilAnswered(origin: string, times = 50): Promise<Response> {
  try {
    return await fetch(origin)
  } catch (error) {
    if (times === 0) throw error
    await new Promise((done) => setTimeout(done, 100))
    return untilAnswered(origin, times - 1)
  }
}

/** The portal is written in TypeScript on its server; a guide speaks to whoever has none. */
const withoutTypes = (source: string) => source.replaceAll(/: (readonly )?string(\[\])?/g, '')

test.each([
  ['appearance', 'A look in both themes', 'shell/portal/public/sonaqor.js'],
  ['appearance', 'A language in the region of the reader', 'shell/portal/public/sonaqor.js'],
  ['appearance', 'A change while it is seen', 'shell/portal/public/sonaqor.js'],
  ['events', 'Your address, your pages', 'shell/portal/public/sonaqor.js'],
  ['sessions', 'When somebody signs out of your portal', 'shell/portal/public/sonaqor.js'],
  ['policy', 'As a partner sends it', 'shell/portal/page.ts'],
])('on the page %s, "%s" is what the portal does', async (page, label, path) => {
  const sample = (await samplesOf(`/docs/embedding/${page}`)).get(label) ?? ''
  const source = withoutTypes(sourceOf(path))
  const parts = sample.split('\n\n')
  expect(sample).not.toBe('')
  expect(parts.filter((part) => !source.includes(part))).toEqual([])
})

const sdk = sourceOf('shell/embed/src/sdk.ts')

/** What stands between the head of a declaration and the next one. */
const declared = (head: string) => sdk.split(head)[1]?.split(/\nexport |\n\/\*\*/)[0] ?? ''

test('EM-3 each event and each error code of the SDK stands in the guide, and no other', () => {
  const named = [...declared('interface EmbedEvents').matchAll(/'(sonaqor-[a-z]+)':/g)]
  expect(named.length).toBeGreaterThan(5)
  expect(events.map(([name]) => name)).toEqual(named.map(([, name]) => name))
  const codes = [...declared('type EmbedErrorCode =').matchAll(/\| '([a-z-]+)'/g)]
  expect(codes.length).toBeGreaterThan(8)
  expect(errors.map(([code]) => code)).toEqual(codes.map(([, code]) => code))
  // The portal, which the guide holds up as an example, has words of its own for each.
  const portal = sourceOf('shell/portal/public/trouble.js')
  expect(codes.filter(([, code]) => !new RegExp(`^  '?${code}'?[,:]`, 'm').test(portal))).toEqual(
    [],
  )
})

/** The rows of the tables of a page, each cell in plain words. */
async function rowsOf(path: string): Promise<readonly string[]> {
  const page = await (await world.ask(path)).text()
  return [...page.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>([^]*?)<\/td>/g)]
      .map(([, cell = '']) => plain(cell.replaceAll(/<[^>]+>/g, '')).trim())
      .join(' | '),
  )
}

test('EM-5 each view that the modules of the house give stands in the guide', async () => {
  const rows = await rowsOf('/docs/embedding/elements')
  for (const one of [
    '<sonaqor-keys> | API keys | keys.list | keys:read | page',
    '<sonaqor-log-tail> | Latest requests | logs.tail | logs:read | widget',
    '– | Issue an API key | keys.issue | keys:write | secure',
  ])
    expect(rows).toContain(one)
  const given = told.views.map(({ name }) => name)
  expect(given.length).toBeGreaterThan(7)
  expect(given.filter((name) => !rows.some((row) => row.includes(` | ${name} | `)))).toEqual([])
  // What stands in no page of a partner's is not told there.
  expect(rows.join()).not.toContain('home.team')
})

test('EM-3 each token of the look stands in the guide, below the name of its group', async () => {
  const rows = await rowsOf('/docs/embedding/appearance')
  const tokens = Object.values(told.tokens).flatMap((group) => Object.entries(group))
  expect(tokens.length).toBeGreaterThan(200)
  const missing = tokens.filter(
    ([name, [kind, meaning]]) =>
      !rows.some((row) => row.startsWith(`${name} | --`) && row.endsWith(`${kind} | ${meaning}`)),
  )
  expect(missing).toEqual([])
  const page = await (await world.ask('/docs/embedding/appearance')).text()
  const untitled = Object.keys(told.tokens).filter((group) => page.includes(`>${group}</h3>`))
  expect(untitled).toEqual([])
})

test('EM-9 the policy that a program reads is all that the doctor asks for, and no part is too much', async () => {
  const { directives } = (await (await world.ask('/embed/policy.json')).json()) as {
    directives: Record<string, string[]>
  }
  const { needs } = (await import(join(root, 'shell/embed/src/doctor/checks/needs.ts'))) as {
    needs: { name: string; isMet(policy: ReadonlyMap<string, string[]>, place: object): boolean }[]
  }
  const place = { sonaqor: own, page: 'https://portal.example.com' }
  const policy = new Map([['default-src', ["'none'"]], ...Object.entries(directives)])
  const unmetIn = (given: ReadonlyMap<string, string[]>) =>
    needs.filter((need) => !need.isMet(given, place)).map(({ name }) => name)
  expect(unmetIn(policy)).toEqual([])
  for (const [name, need] of [
    ['script-src', 'script'],
    ['connect-src', 'connect'],
    ['frame-src', 'frame'],
  ] as const) {
    expect(unmetIn(new Map([...policy].filter(([other]) => other !== name)))).toEqual([need])
  }
  expect(unmetIn(new Map([...policy, ['trusted-types', ["'none'"]]]))).toEqual(['types'])
})

test('SU-4 the pages of the guide stand beside one another at the side of every page', async () => {
  const page = await (await world.ask('/docs/embedding/policy')).text()
  for (const name of ['elements', 'sessions', 'appearance', 'events', 'isolation', 'doctor']) {
    expect(page).toContain(`href="/docs/embedding/${name}"`)
  }
  expect(page).toMatch(/href="\/docs\/embedding\/policy"\s+aria-current="page"/)
})
