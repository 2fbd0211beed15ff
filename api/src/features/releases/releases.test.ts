import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { urlToHttpOptions } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { moduleBuild, moduleTeam, type ModuleBuild } from '../../testing/module-build.ts'
import { refusalOf } from '../../testing/partner.ts'
import type { Holder } from '../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
let team: Holder
let otherTeam: Holder

beforeAll(async () => {
  world = await startWorld()
  team = await moduleTeam(world, 'keys')
  otherTeam = await moduleTeam(world, 'logs')
})
afterAll(() => world.stop())

const script = `export const page = ${JSON.stringify('x'.repeat(4000))}`

/** A request whose path nobody has tidied up on its way. */
async function getAsItIs(path: string): Promise<IncomingMessage> {
  const [answer] = await once(get({ ...urlToHttpOptions(new URL(world.url)), path }), 'response')
  return (answer as IncomingMessage).resume()
}

/** Publishes a sound build that was spoilt on its way. */
function publishSpoilt(spoil: (build: ModuleBuild) => void) {
  const build = moduleBuild('keys', '0.9.9', { 'a.js': script })
  spoil(build)
  return refusalOf(world.as(team).releases.publish({ body: build }))
}

/** What the manifest says of `a.js`. */
const fileOf = ({ manifest }: ModuleBuild) => manifest.files[1]!

async function versions() {
  const { modules } = await world.as(null).registry.show()
  return modules.filter(({ manifest }) => manifest.name === 'keys').map((one) => one.baseUrl)
}

const fileAt = (path: string, headers: Record<string, string> = {}) =>
  world.ask(`/modules/keys/1.0.0/${path}`, { headers })

describe('EM-6: who may publish', () => {
  test('a stranger, a member and a key may not', async () => {
    const tenant = await world.tenant('Acme', { roles: ['owner'] })
    const body = moduleBuild('keys', '0.0.1')
    for (const [holder, code] of [
      [null, 'unauthenticated'],
      [{ token: `sqm_${'a'.repeat(43)}` }, 'unauthenticated'],
      [await tenant.member(), 'forbidden'],
      [await tenant.key(), 'forbidden'],
    ] as const) {
      expect(await refusalOf(world.as(holder).releases.publish({ body }))).toMatchObject({ code })
    }
  })

  test('a team publishes its own module alone, and does not see those of others', async () => {
    const body = moduleBuild('keys', '0.0.2')
    const refused = await refusalOf(world.as(otherTeam).releases.publish({ body }))
    expect(refused.code).toBe('forbidden')

    const release = await world.as(team).releases.publish({ body })
    const other = world.as(otherTeam).releases
    const params = { id: release.id }
    expect(await refusalOf(other.withdraw({ params }))).toMatchObject({ code: 'not-found' })
    expect(await other.list({ query: { module: 'keys' } })).toEqual({ data: [] })
  })

  test('a team has no way into a tenant', async () => {
    expect(await refusalOf(world.as(team).keys.list())).toMatchObject({ code: 'forbidden' })
  })
})

describe('EM-6: what is refused', () => {
  test('a file whose content is not what the manifest says', async () => {
    const problem = await publishSpoilt(({ files }) => {
      files['a.js'] = Buffer.from(script.replace('x', 'y')).toString('base64')
    })
    expect(problem).toMatchObject({ code: 'invalid', errors: [{ pointer: '#/manifest/files/1' }] })
    expect(problem.errors?.[0]?.detail).toMatch(/^has the hash sha384-/)
  })

  test('a wrong size, a missing file, a file that nobody named', async () => {
    expect(
      await publishSpoilt((build) => Object.assign(fileOf(build), { bytes: 3 })),
    ).toMatchObject({
      errors: [{ detail: expect.stringMatching(/instead of 3$/) }],
    })
    expect(await publishSpoilt(({ files }) => delete files['a.js'])).toMatchObject({
      errors: [{ pointer: '#/manifest/files/1', detail: 'was not sent' }],
    })
    expect(await publishSpoilt(({ files }) => (files['b.js'] = ''))).toMatchObject({
      errors: [{ pointer: '#/files/b.js' }],
    })
  })

  test.each(['../server.ts', 'a/../../b.js', '/etc/passwd', '..', 'a b.js', 'a\\b.js'])(
    'a path that leads elsewhere: %s',
    async (path) => {
      const problem = await publishSpoilt((build) => {
        Object.assign(fileOf(build), { path })
        build.files[path] = build.files['a.js']!
      })
      expect(problem).toMatchObject({ code: 'invalid' })
      expect(problem.errors?.[0]?.pointer).toBe('#/manifest/files/1/path')
    },
  )

  test('a view of another module, and an entry that is not there', async () => {
    const problem = await publishSpoilt(({ manifest }) => {
      manifest.views[0]!.name = 'logs.list'
      manifest.entry = 'remote.js'
    })
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '#/manifest/entry',
      '#/manifest/views/0',
      '#/manifest/nav/0/view',
    ])
  })

  test('another build under a version that is taken', async () => {
    const { releases } = world.as(team)
    await releases.publish({ body: moduleBuild('keys', '0.0.3', { 'a.js': script }) })
    const again = moduleBuild('keys', '0.0.3', { 'a.js': `${script};` })
    expect(await refusalOf(releases.publish({ body: again }))).toMatchObject({ code: 'conflict' })
    await releases.withdraw({
      params: { id: (await releases.list({ query: { module: 'keys' } })).data[0]!.id },
    })
  })
})

describe('EM-6: a release finds its hosts', () => {
  test('the newest by publishing is current, and publishing it again changes nothing', async () => {
    const { releases } = world.as(team)
    const first = moduleBuild('keys', '1.0.0', { 'page.js': script, 'data.json': '{}' })
    const release = await releases.publish({ body: first })
    expect(release).toMatchObject({ module: 'keys', version: '1.0.0', state: 'published' })
    expect(await releases.publish({ body: first })).toEqual(release)
    expect(await versions()).toEqual(['/modules/keys/1.0.0/'])

    await releases.publish({ body: moduleBuild('keys', '0.9.0') })
    expect(await versions()).toEqual(['/modules/keys/0.9.0/'])
  })

  test('two machines of a team that publish the same build at once both hear of one release', async () => {
    const body = moduleBuild('logs', '1.0.0', { 'page.js': script })
    const { publish } = world.as(otherTeam).releases
    const [one, other] = await Promise.all([publish({ body }), publish({ body })])
    expect(other).toEqual(one)
  })

  test('its files are kept by browsers for good, and open to any page', async () => {
    const plain = await fileAt('page.js', { 'accept-encoding': 'identity' })
    expect(await plain.text()).toBe(script)
    expect(Object.fromEntries(plain.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    })
    const etag = plain.headers.get('etag')!
    // Without the last header, fetch would ask for a full answer by itself.
    const headers = {
      'accept-encoding': 'identity',
      'if-none-match': etag,
      'cache-control': 'max-age=0',
    }
    const again = await fileAt('page.js', headers)
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test.each(['br', 'gzip'])('they travel packed by %s', async (encoding) => {
    const packed = await fileAt('page.js', { 'accept-encoding': encoding })
    expect(packed.headers.get('content-encoding')).toBe(encoding)
    expect(await packed.text()).toBe(script)
  })

  test.each([
    'nothing.js',
    '../0.9.0/mf-manifest.json',
    '%2e%2e/0.9.0/mf-manifest.json',
    '..%2f..%2f..%2fpackage.json',
    '../../../package.json',
    'page.js/',
    'PAGE.js',
    '',
  ])('an address of no file of it is not found, and not kept: %s', async (path) => {
    const { statusCode, headers } = await getAsItIs(`/modules/keys/1.0.0/${path}`)
    expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store'])
  })

  test('EM-7: a release that is withdrawn is gone at once, and back in its place when restored', async () => {
    const { releases } = world.as(team)
    const { data } = await releases.list({ query: { module: 'keys' } })
    const newest = data.find(({ version }) => version === '0.9.0')!
    const older = data.find(({ version }) => version === '1.0.0')!

    await releases.withdraw({ params: { id: newest.id } })
    expect(await versions()).toEqual(['/modules/keys/1.0.0/'])
    await releases.withdraw({ params: { id: older.id } })
    const gone = await fileAt('page.js')
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])

    expect(await releases.restore({ params: { id: older.id } })).toMatchObject({
      state: 'published',
    })
    expect((await fileAt('page.js')).status).toBe(200)
    await releases.restore({ params: { id: newest.id } })
    expect(await versions()).toEqual(['/modules/keys/0.9.0/'])
  })

  test('who did what to a release is written down', async () => {
    const { rows } = await world.db.query(
      `select a.act, a.done_by from release_acts a join releases r on r.id = a.release_id
       where r.module = 'keys' and r.version = '0.9.0' order by a.id`,
    )
    expect(rows.map(({ act }) => act)).toEqual(['published', 'withdrawn', 'restored'])
    expect(rows[0].done_by).toMatch(/^Team keys \([0-9a-f-]{36}\)$/)
  })
})

test('a scope that is no more leaves out the views that need it, and keeps none from the rest', async () => {
  const body = moduleBuild('keys', '3.0.0')
  const { id } = await world.as(team).releases.publish({ body })
  const forget = (scope: string) =>
    world.db.query(
      'update releases set manifest = replace(manifest::text, $2, $3)::jsonb where id = $1',
      [id, `"${scope}"`, '"gone:read"'],
    )
  const viewsShown = async () => {
    const { modules } = await world.as(null).registry.show()
    return modules
      .filter(({ manifest }) => manifest.name === 'keys')
      .flatMap(({ manifest }) => manifest.views.map(({ name }) => name))
  }
  expect(await viewsShown()).toEqual(['keys.list', 'keys.issue'])
  await forget('keys:write')
  expect(await viewsShown()).toEqual(['keys.list'])
  await forget('keys:read')
  expect(await viewsShown()).toEqual([])
})
