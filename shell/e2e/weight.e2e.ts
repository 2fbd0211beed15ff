/**
 * Quality: what a page has to fetch before its first view is seen, compressed. The goals are those
 * of `npm run bench -- sizes`, asked of a real browser and of every page and embed that there is:
 * bytes are counted, never seconds.
 */
import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import type { House } from './house.ts'
import { expect, test } from './journey.ts'

/** In kilobytes, of gzip. */
const bounds = {
  loader: 1.9,
  'entry of a module': 7.5,
  'further module beside its own code': 7.5,
  'shell before sign-in': 115,
  'page of the shell': 150,
  'view on a bare page': 130,
}

interface Weighed {
  readonly name: string
  readonly of: keyof typeof bounds
  /** What it is made of, the heaviest first. */
  readonly parts: readonly (readonly [path: string, bytes: number])[]
}

/** What a page fetches ahead or listens to begins once it is idle; here it never is. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
})

test('Quality: no page of the shell weighs more than 150 KB, and 115 before the sign-in', async ({
  page,
  house,
  signIn,
}) => {
  const door = weigh(page, house)
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const weighed: Weighed[] = [{ name: 'sign-in', of: 'shell before sign-in', parts: await door() }]

  await signIn('owner')
  for (const { view, path } of house.modules.flatMap(({ manifest }) => manifest.nav)) {
    // What the page before has still asked for is none of this one's.
    await page.goto('about:blank')
    const parts = weigh(page, house)
    await page.goto(view === 'home.app' ? `${path}?app=${house.app.id}` : path)
    await expectDrawn(page, 'main')
    weighed.push({ name: view, of: 'page of the shell', parts: await parts() })
  }
  expectWithin(weighed)
})

test('Quality: no view weighs more than 130 KB on a bare page, its loader 1.9, its entry 7.5', async ({
  page,
  house,
}) => {
  const views = house.modules.flatMap(({ manifest }) => manifest.views)
  const elements = views.filter(({ element }) => element !== undefined)
  await openSessions(page, house)
  const weighed: Weighed[] = []
  for (const { name, element = '' } of elements) {
    await page.goto('about:blank')
    const parts = weigh(page, house)
    await openWith(page, house, element)
    const all = await parts()
    const entry = all.filter(([path]) => path.endsWith('/remote.js'))
    weighed.push(
      { name, of: 'view on a bare page', parts: all },
      { name, of: 'entry of a module', parts: entry },
      { name, of: 'loader', parts: all.filter(([path]) => path === '/embed/v1.js') },
    )
  }
  expectWithin(weighed)
})

test('Quality: a further module on a page weighs no more than 7.5 KB beside its own code', async ({
  page,
  house,
}) => {
  await openSessions(page, house)
  const weighed: Weighed[] = []
  for (const [first, further] of pairsOf(elementsOf(house))) {
    await openWith(page, house, first)
    const parts = weigh(page, house)
    await page.evaluate((name) => document.body.append(document.createElement(name)), further)
    await expectDrawn(page, further)
    // Its entry and what all of its views share come before whatever is a view's own.
    const beside = (await parts.inOrder()).slice(0, 2)
    weighed.push({ name: further, of: 'further module beside its own code', parts: beside })
  }
  expectWithin(weighed)
})

test('EM-6: a module looks the same on the sheets of its page, and on its own where the page offers none', async ({
  page,
  house,
}) => {
  await openSessions(page, house)
  const [element = ''] = elementsOf(house)
  const look = () =>
    page
      .locator(element)
      .locator('.sq-surface')
      .evaluate((ground) => {
        const { backgroundColor, color, font, display } = getComputedStyle(ground)
        const lowest = (ground.getRootNode() as ShadowRoot).adoptedStyleSheets.find((sheet) =>
          Array.from(sheet.cssRules).some(({ cssText }) => cssText.startsWith('.sq-surface')),
        )
        return { backgroundColor, color, font, display, rules: lowest?.cssRules.length }
      })
  const weighedOf = async () => {
    const parts = weigh(page, house)
    await openWith(page, house, element)
    return [await look(), (await parts()).length] as const
  }
  const [onThePages, fetched] = await weighedOf()
  // As in the page of a host that was built before there were any to offer.
  await page.addInitScript(() => {
    let runtime: object | undefined
    Object.defineProperty(window, 'SonaqorRuntime', {
      get: () => runtime,
      set(made: object) {
        runtime = new Proxy(made, {
          set: (on, name, it) => name === 'grounds' || Reflect.set(on, name, it),
        })
      },
    })
  })
  const [onItsOwn, fetchedThen] = await weighedOf()
  expect(onItsOwn).toEqual(onThePages)
  expect(fetchedThen).toBe(fetched + 1)
})

/** One element of each module, after that of another module. */
const pairsOf = (elements: readonly string[]): [first: string, further: string][] =>
  elements.map((further, at) => [elements.at(at - 1) ?? further, further])

const elementsOf = (house: House): string[] =>
  house.modules.flatMap(
    ({ manifest }) => manifest.views.find(({ element }) => element !== undefined)?.element ?? [],
  )

/** A page of a partner's, with this element alone. A file of theirs, for no policy stands in the way there. */
async function openWith(page: Page, house: House, element: string) {
  await page.goto(`${house.portalUrl}/portal.css`)
  await page.evaluate(draw, { element, loader: `${house.url}/embed/v1.js` })
  await expectDrawn(page, element)
}

/** Everything of ours that a page runs or is dressed with; what it reads of the API is data. */
function weigh(page: Page, { url }: House) {
  const parts: Promise<Weighed['parts'][number]>[] = []
  const note = (response: Response) => {
    const isCode = ['script', 'stylesheet'].includes(response.request().resourceType())
    if (isCode && response.url().startsWith(url)) parts.push(weightOf(response))
  }
  page.on('response', note)
  const inOrder = async () => {
    page.off('response', note)
    return (await Promise.all(parts)).filter(([, bytes]) => bytes > 0)
  }
  const byWeight = async () => (await inOrder()).toSorted(([, one], [, other]) => other - one)
  return Object.assign(byWeight, { inOrder })
}

/**
 * What draws charts comes on its own, and none of the goals counts it. A view that brought them itself
 * would be counted with them by `npm run bench -- sizes`.
 */
const drawsCharts = /echarts|\.sq-chart-acts/

async function weightOf(response: Response): Promise<Weighed['parts'][number]> {
  const body = await response.body()
  const bytes = drawsCharts.test(body.toString()) ? 0 : gzipSync(body, { level: 9 }).length
  return [new URL(response.url()).pathname, bytes]
}

async function expectDrawn(page: Page, place: string) {
  await expect(page.locator(place).getByRole('heading').first()).toBeVisible()
  await expect(page.locator(place).locator('.sq-bone')).toHaveCount(0)
}

/** Said as one table, so that whoever exceeds a goal sees by how much, and by what. */
function expectWithin(weighed: readonly Weighed[]) {
  const lines = weighed.map(({ name, of, parts }) => {
    const bytes = parts.reduce((sum, [, part]) => sum + part, 0)
    // What was not seen at all would keep within any goal.
    const isWithin = bytes > 0 && bytes <= bounds[of] * 1000
    const told = `${(bytes / 1000).toFixed(1)} of ${bounds[of]} KB  ${of}: ${name}`
    const files = parts.map(([path, part]) => `\n${String(part).padStart(12)} ${path}`)
    return { told, fault: isWithin ? [] : [told + files.join('')] }
  })
  const description = lines.map(({ told }) => told).join('\n')
  test.info().annotations.push({ type: 'weights', description })
  expect(lines.flatMap(({ fault }) => fault).join('\n')).toBe('')
}

/** Gives the pages of the partner sessions for whatever view there is. */
async function openSessions(page: Page, house: House) {
  const { email, password } = house.member('developer')
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  const areas = ['projects', 'apps', 'keys', 'logs', 'jobs', 'webhooks'] as const
  const scopes = areas.map((area) => `${area}:read` as const)
  const { secret } = await house.api(token).keys.issue({
    body: { appId: house.app.id, label: 'Weighing', scopes: [...scopes, 'embeds:create'] },
  })
  const views = house.modules
    .flatMap(({ manifest }) => manifest.views)
    .flatMap(({ name, element }) => (element === undefined ? [] : [name]))
  await page.exposeFunction('openSession', async () => {
    const body = { views, scopes, origins: [house.portalUrl] }
    const { clientSecret } = await house.api(secret).embeds.createSession({ body })
    return { clientSecret }
  })
}

/** In the page: nothing but an element of ours, and the loader. */
function draw({ element, loader }: { readonly element: string; readonly loader: string }) {
  document.body.replaceChildren(document.createElement(element))
  const script = document.createElement('script')
  Object.assign(script, { src: loader, crossOrigin: 'anonymous' })
  script.addEventListener('load', () => {
    const [Sonaqor, fetchSession] = ['Sonaqor', 'openSession'].map((name) =>
      Reflect.get(window, name),
    )
    Sonaqor.start({ fetchSession })
  })
  document.head.append(script)
}
