/** EM-1, EM-9, EM-13: what a partner installs from us, and two sessions and two views in one page of theirs. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, heardBy, keysTable, leftovers, tell, test } from './on-host.ts'

const run = promisify(execFile)

test('EM-1 the package is installed from our own address, and imported where there is no page', async ({
  house,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'sonaqor-partner-'))
  try {
    await writeFile(join(folder, 'package.json'), '{ "name": "partner", "type": "module" }')
    const address = `${house.url}/embed/sonaqor-embed.tgz`
    const args = [
      'install',
      '--offline',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--legacy-peer-deps',
    ]
    const packed = join(folder, 'sonaqor-embed.tgz')
    const answer = await fetch(address)
    expect(answer.headers.get('content-type')).toBe('application/gzip')
    await writeFile(packed, Buffer.from(await answer.arrayBuffer()))
    await run('npm', [...args, packed], { cwd: folder })
    const installed = await readFile(join(folder, 'package.json'), 'utf8')
    expect(installed).toContain('@sonaqor/embed')
    const page = `
      import { loadSonaqor, publishedViews } from '@sonaqor/embed'
      import { fakeSonaqor } from '@sonaqor/embed/testing'
      void loadSonaqor('https://sonaqor.example')
      console.log(typeof fakeSonaqor, publishedViews['sonaqor-keys'])`
    await writeFile(join(folder, 'page.js'), page)
    const { stdout, stderr } = await run(process.execPath, ['page.js'], { cwd: folder })
    expect([stdout.trim(), stderr]).toEqual(['function keys.list', ''])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('EM-13 what a server has drawn is taken over as it is', async ({ visit, hosts, request }) => {
  const drawn = await (await request.get(hosts.page('server'))).text()
  expect(drawn).toContain('<sonaqor-keys session="-">One moment</sonaqor-keys>')
  const page = await visit('server')
  expect(await page.evaluate(() => Reflect.get(window, 'stranger').complaints)).toEqual([])
})

test('EM-1 a page that runs federation itself keeps its parts, and its own React', async ({
  visit,
}) => {
  const page = await visit('federated')
  await page.getByRole('button', { name: 'Rain, drawn by React 18.3.1' }).click()
  await expect(page.getByRole('button', { name: 'Sun, drawn by React 18.3.1' })).toBeVisible()
})

test('EM-9 the same module twice on a page: each has its own state, and one may go', async ({
  visit,
}) => {
  const page = await visit('plain')
  await tell(page, 'mount', { view: 'keys.list', state: { search: 'nothing like this' } })
  await expect(page.getByRole('searchbox')).toHaveCount(2)
  const [first, second] = [page.getByRole('searchbox').first(), page.getByRole('searchbox').last()]
  await expect(second).toHaveValue('nothing like this')
  await expect(first).toHaveValue('')
  await first.fill('Server')
  await expect(second).toHaveValue('nothing like this')
  await tell(page, 'unmount')
  await expect(page.getByRole('searchbox')).toHaveCount(1)
  await expect(first).toHaveValue('Server')
  await expect(keysTable(page)).toBeVisible()
})

test('EM-2 EM-9 two sessions on a page never mix, and the end of one is not the other’s', async ({
  page,
  visit,
  hosts,
}) => {
  const tokens = new Map<string, Set<string>>()
  // Before the page is there: the first session asks for its keys at once.
  page.on('request', (request) => {
    const token = request.headers()['authorization']
    const { pathname, searchParams } = new URL(request.url())
    if (token && pathname === '/v1/keys') {
      const apps = tokens.get(token) ?? new Set()
      tokens.set(token, apps.add(searchParams.get('appId') ?? ''))
    }
  })
  await visit('plain')
  await tell(page, 'second')
  const first = page.locator('#keys')
  const second = page.locator('#second')
  await expect(second.getByRole('row', { name: 'Server of Lighthouse' })).toBeVisible()
  await expect(first.getByRole('row', { name: 'Server of Harbour' })).toBeVisible()
  await expect(first.getByText('Server of Lighthouse')).toHaveCount(0)
  await expect(second.getByText('Server of Harbour')).toHaveCount(0)
  // Each of the two asks for the keys of its own app, and of no other.
  const asked = Array.from(tokens.values(), (apps) => [...apps])
  expect(asked).toEqual(hosts.apps.map(({ id }) => [id]))

  await tell(page, 'endSecond')
  await expect(second.getByRole('table')).toHaveCount(0)
  await first.getByRole('combobox', { name: 'State' }).selectOption('Active')
  await expect(first.getByRole('row', { name: 'Server of Harbour' })).toBeVisible()
  expect(await heardBy(page, 'error')).toEqual([])

  await tell(page, 'logout')
  await expect(keysTable(page)).toHaveCount(0)
  await tell(page, 'away')
  expect((await leftovers(page)).filter((one) => !one.includes('id="second"'))).toEqual([])
})

test('EM-9 what is chosen goes both ways between an element and its page', async ({ visit }) => {
  const page = await visit('plain')
  await tell(page, 'choose', { search: 'Server' })
  await expect(page.getByRole('searchbox')).toHaveValue('Server')
  await page.getByRole('searchbox').fill('Servers')
  await expect.poll(() => tell(page, 'chosen')).toMatchObject({ search: 'Servers' })
})

test.describe('while the loader does not come', () => {
  test.use({ provokes: /net::ERR_FAILED|net::ERR_INTERNET_DISCONNECTED/ })

  test('EM-9 a page in React says so in place of the view, and shows it when the network is back', async ({
    page,
    hosts,
    context,
  }) => {
    await context.route('**/embed/v1.js', (route) => route.abort())
    await page.goto(hosts.page('react-19'))
    await expect(page.getByRole('alert')).toContainText('Sonaqor could not be loaded.')
    expect((await heardBy(page, 'error')).map(({ code }) => code)).toContain('loader-unreachable')
    await context.unroute('**/embed/v1.js')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect(keysTable(page)).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
})
