/** XC-15: what a partner installs, tried as a partner would: packed, installed, compiled and run. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { minify } from '@swc/core'
import { inRoot } from '../../.run/places.ts'
import { until } from '../src/testing/until.ts'
import { startWorld, type World } from '../src/testing/world.ts'
import { openPartner, type Partner } from './testing/partner.ts'

let partner: Partner
let world: World
let env: Record<string, string>

beforeAll(async () => {
  partner = await openPartner()
  world = await startWorld({ env: { SONAQOR_BUILD_DIR: partner.buildDir } })
  const { token } = await (await world.tenant('Partner', { roles: ['owner'] })).key()
  env = { SONAQOR_URL: world.url, SONAQOR_API_KEY: token }
})
afterAll(async () => {
  partner.close()
  await world.stop()
})

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** A program, where all else is imported. */
const isOfListen = (file: string) => /(^|[/\\])listen[/\\]/.test(file)

const bundler = '--module esnext --moduleResolution bundler'
const node = '--module node16 --moduleResolution node16'
const onServers = '--lib es2022 --types node'
const elsewhere = '--lib es2022,dom,dom.iterable,dom.asynciterable'

describe('what is packed', () => {
  test('is the same, byte by byte, whenever it is packed, and named by that', async () => {
    const again = await partner.packAgain()
    expect(hashOf(again)).toBe(hashOf(partner.packed))
    const name = new RegExp(
      `/sonaqor-client-\\d+\\.\\d+\\.\\d+-${hashOf(again).slice(0, 12)}\\.tgz$`,
    )
    for (const packed of [partner.packed, again]) expect(packed).toMatch(name)
  })

  test('is had from our own address, which a lock file can hold', async () => {
    const name = basename(partner.packed)
    const kept = await Promise.all(
      [name, 'sonaqor-client.tgz'].map(async (file) => {
        const answer = await world.ask(`/client/${file}`)
        const bytes = Buffer.from(await answer.arrayBuffer())
        expect(bytes.equals(readFileSync(partner.packed))).toBe(true)
        expect(answer.headers.get('content-type')).toBe('application/gzip')
        return answer.headers.get('cache-control')
      }),
    )
    expect(kept).toEqual([expect.stringContaining('immutable'), 'no-cache'])
    const docs = await (await world.ask('/docs/client')).text()
    expect(docs).toContain(`/client/${name}`)
    for (const file of ['sonaqor-client-9.9.9-0a1b2c.tgz', 'sonaqor-client.json'])
      expect((await world.ask(`/client/${file}`)).status).toBe(404)
  })

  test('needs no other package, and names nothing of our work tree', () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(partner.installed, 'package.json'), 'utf8'),
    ) as Record<string, unknown>
    expect([dependencies, peerDependencies]).toEqual([undefined, undefined])
    for (const file of readdirSync(partner.installed, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|ts)$/.test(file)) continue
      const text = readFileSync(join(partner.installed, file), 'utf8')
      const named = [...text.matchAll(/(?:from |require\()["']([^"']+)["']/g)].map(([, to]) => to)
      const isOwn = isOfListen(file)
        ? /^(\.\.?\/[^]*\.js|node:\w+)$/
        : /^\.\/(?!listen)[^]*(?<!\.ts)$/
      expect([file, named.filter((to) => !isOwn.test(to ?? ''))]).toEqual([file, []])
      expect(text).not.toMatch(isOfListen(file) ? /@sonaqor\/contract/ : /@sonaqor\/contract|node:/)
    }
  })

  test('Quality: weighs at most 6 KB, 2 KB for whoever only receives webhooks, and 5 KB what listens', async () => {
    const weightOf = async (files: readonly string[]) => {
      const minified = await Promise.all(
        files.map((file) =>
          minify(readFileSync(join(partner.installed, 'esm', file), 'utf8'), { module: true }),
        ),
      )
      return gzipSync(minified.map(({ code }) => code).join(''), { level: 9 }).length
    }
    const all = readdirSync(join(partner.installed, 'esm'), { recursive: true, encoding: 'utf8' })
    const { listen = [], rest = [] } = Object.groupBy(
      all.filter((file) => file.endsWith('.js')),
      (file) => (isOfListen(file) ? 'listen' : 'rest'),
    )
    expect(await weightOf(rest)).toBeLessThanOrEqual(6 * 1024)
    expect(await weightOf(listen)).toBeLessThanOrEqual(5 * 1024)
    expect(listen).toContain(join('listen', 'main.js'))
    expect(await weightOf(['webhooks.js', 'signature.js'])).toBeLessThanOrEqual(2 * 1024)
  })
})

/** What the docs say to type. */
const commandsOf = async () => {
  const page = await (await world.ask('/docs/listen')).text()
  return Array.from(page.matchAll(/npx (?:(?!&&)[^<\n])+/g), ([command]) => command)
}

describe('WH-10: listen', () => {
  test('runs as the docs and the README write it, from what is installed and from our address', async () => {
    const [installed, unInstalled] = await commandsOf()
    const readme = readFileSync(inRoot('api/client/README.md'), 'utf8')
    expect(readme).toContain(`\n${installed}\n`)
    const [, address = ''] = /--yes (\S+)/.exec(unInstalled!)!
    const here = new URL(new URL(address).pathname, world.url).href
    for (const command of [installed!, unInstalled!.replace(address, here)]) {
      const { code, out } = await partner.call(command, { ...env, SONAQOR_API_KEY: 'sq_live_no' })
      expect([command, code, out]).toEqual([command, 2, expect.stringContaining('sq_test_')])
    }
  })

  test('listens until Ctrl-C, and ends with 0', async () => {
    const args = ['esm/listen/main.js', 'listen', '--forward-to', '9']
    const listening = spawn(process.execPath, args, {
      cwd: partner.installed,
      env: { ...process.env, ...env },
    })
    let said = ''
    listening.stdout.on('data', (text) => (said += text))
    listening.stderr.on('data', (text) => (said += text))
    await until(() => said.includes('Ctrl-C ends it') || listening.exitCode !== null)
    listening.kill('SIGINT')
    const [code] = await once(listening, 'close')
    expect([code, said]).toEqual([0, expect.stringContaining('Verify with whsec_')])
    // None of it is in colours: nobody sees them in a file.
    expect(said).not.toContain('\u{1b}')
  })
})

/** Every example of the words that come with it, each a program of its own. */
const examples = [
  ...readFileSync(inRoot('api/client/README.md'), 'utf8').matchAll(
    /(?:^#+ (.+)$)|(?:^```ts\n([^]*?)^```$)/gm,
  ),
].reduce<{ readonly heading: string; readonly found: [string, string][] }>(
  ({ heading, found }, [, title, program]) =>
    program === undefined
      ? { heading: title ?? '', found }
      : { heading, found: [...found, [`${heading} ${found.length + 1}`, program]] },
  { heading: '', found: [] },
).found

describe('its examples', () => {
  test.each([
    ['Node', 'mts', node],
    ['a bundler', 'ts', bundler],
  ])('all compile for %s', async (_, ending, how) => {
    const programs = examples.map(([, program], at) => [`example-${at}.${ending}`, program])
    expect(programs).toHaveLength(8)
    const said = await partner.compile(Object.fromEntries(programs), `${how} ${onServers}`)
    expect(said).toBe('')
  })

  test.each(examples)('%s: runs', async (_, program) => {
    await partner.run('example.mts', program, env)
  })

  test('Webhooks: what is signed is received, and what is not is refused', async () => {
    const receive = examples.find(([, program]) => program.includes('function POST'))![1]
    const secrets = ['a', 'b'].map((letter) => `whsec_${btoa(letter.repeat(24))}`)
    const said = await partner.run(
      'receive.mts',
      `${receive}
      import { signWebhook } from '@sonaqor/client'
      const body = JSON.stringify({ type: 'keys.revoked', timestamp: '', data: { label: 'Old' } })
      for (const secret of ['${secrets[1]}', 'whsec_${btoa('c'.repeat(24))}']) {
        const headers = await signWebhook({ id: 'msg_1', body, secret })
        const request = new Request('http://partner.example', { method: 'POST', headers, body })
        console.log((await POST(request)).status)
      }`,
      { SONAQOR_WEBHOOK_SECRETS: secrets.join(' ') },
    )
    expect(said.trim().split('\n')).toEqual(['msg_1 Old', '204', '400'])
  })
})

test('Docs: the page about it shows what was tried here, under each of its headings', async () => {
  const page = (await (await world.ask('/docs/client')).text())
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  const shown = examples.filter(([, program]) => page.includes(program.trimEnd()))
  expect(shown.map(([heading]) => heading)).toEqual([
    '@sonaqor/client 1',
    'Done once 2',
    'Lists 3',
    'What comes with an answer 4',
    'Refusals 5',
    'Files 6',
  ])
  // None is empty, where a heading of the README was changed.
  expect(page.match(/createClient\(/g)).toHaveLength(6)
})

describe('as CommonJS', () => {
  const program = `
    import { createClient, ProblemError, type Key, type KeysIssueRequest } from '@sonaqor/client'
    import { verifyWebhook } from '@sonaqor/client/webhooks'

    export const receive = (body: Buffer, headers: Record<string, string>) =>
      verifyWebhook({ body, headers, secret: 'whsec_' })
    export const request = (appId: string): KeysIssueRequest => ({
      body: { appId, label: 'A', scopes: ['logs:read'] as const },
    })
    export const issue = (appId: string): Promise<Key> => createClient().keys.issue(request(appId))
    export const isOver = (error: unknown) => error instanceof ProblemError && error.retryAfter
  `

  test('it compiles', async () => {
    expect(await partner.compile({ 'program.cts': program }, `${node} ${onServers}`)).toBe('')
  })

  test('it runs', async () => {
    const said = await partner.run(
      'program.cjs',
      `const { createClient, ProblemError } = require('@sonaqor/client')
      const { verifyWebhook } = require('@sonaqor/client/webhooks')
      const sonaqor = createClient()
      sonaqor.apps.list()
        .then(({ data }) => console.log(data.length, typeof verifyWebhook))
        .then(() => sonaqor.apps.show({ params: { id: 'none' } }))
        .catch((error) => console.log(error instanceof ProblemError, error.code, error.name))`,
      env,
    )
    expect(said.trim().split('\n')).toEqual(['1 function', 'true not-found ProblemError'])
  })
})

test('where there is no Node, its types need those of the web alone', async () => {
  const program = `
    import { createClient, verifyWebhook } from '@sonaqor/client'
    const sonaqor = createClient({ key: 'sq_test_1', baseUrl: new URL('https://sonaqor.example') })
    for await (const entry of sonaqor.logs.search.all()) console.log(entry.path)
    export const receive = async (request: Request) =>
      verifyWebhook({ body: await request.text(), headers: request.headers, secret: 'whsec_' })
  `
  expect(await partner.compile({ 'worker.ts': program }, `${bundler} ${elsewhere}`)).toBe('')
})

test('what is wrong does not compile: areas, fields, values, ids that are missing, rows of a list', async () => {
  const program = `import { createClient, ProblemError, verifyWebhook } from '@sonaqor/client'
const sonaqor = createClient({ key: 'sq_test_1' })
createClient({ kye: 'sq_test_1' })
await sonaqor.team.list()
await sonaqor.keys.show()
await sonaqor.keys.show({ params: { key: '1' } })
await sonaqor.keys.issue({ body: { appId: '1', label: 'A' } })
await sonaqor.keys.issue({ body: { appId: '1', label: 'A', scopes: ['team:write'] } })
await sonaqor.keys.list({ query: { state: 'asleep' } })
for await (const key of sonaqor.keys.list.all()) console.log(key.secret)
sonaqor.keys.show.all()
await sonaqor.keys.list({}, { timeout: 5 })
const { event } = await verifyWebhook({ body: '', headers: {}, secret: '' })
if (event.type === 'keys.revokd') console.log(event)
if (event.type === 'keys.revoked') console.log(event.data.secret)
export const isOver = (error: ProblemError) => error.code === 'qouta-exceeded'
`
  const said = await partner.compile({ 'wrong.ts': program }, `${bundler} ${onServers}`)
  const lines = [...said.matchAll(/^wrong\.ts\((\d+),/gm)].map(([, line]) => Number(line))
  expect([...new Set(lines)]).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16])
})
