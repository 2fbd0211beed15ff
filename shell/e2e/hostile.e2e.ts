/** EM-3: two strangers share a page, and neither changes how the other looks or works. */
import type { Page, Request } from '@playwright/test'
import { expect, test } from './journey.ts'

/** What loud styles would reach: how it is drawn, whatever room there is for it. */
const looks = [
  'backgroundColor',
  'borderTopColor',
  'borderTopLeftRadius',
  'borderTopStyle',
  'borderTopWidth',
  'boxSizing',
  'color',
  'cursor',
  'display',
  'fill',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontVariant',
  'fontWeight',
  'letterSpacing',
  'lineHeight',
  'listStyleType',
  'marginTop',
  'maxHeight',
  'opacity',
  'outlineStyle',
  'paddingTop',
  'paddingLeft',
  'position',
  'textAlign',
  'textDecorationLine',
  'textTransform',
  'visibility',
  'whiteSpace',
] as const

test('EM-3 the portal looks exactly as it does without us', async ({ page, context, house }) => {
  await context.route('**/embed/v1.js', (route) => route.fulfill({ body: '' }))
  const alone = await openAt(page, `${house.portalUrl}/logs`)
  const before = await alone.evaluate(lookOf, { root: 'page', looks })
  await context.unroute('**/embed/v1.js')
  await page.reload()
  await expect(page.getByRole('table')).toBeVisible()
  const after = await page.evaluate(lookOf, { root: 'page', looks })
  expect(before.length).toBeGreaterThan(10)
  expect(after).toEqual(before)
})

for (const [path, element, buttons, words] of [
  // The menus of its rows come after the page, and are looked at as well.
  ['/keys', 'sonaqor-keys', [/^Actions/, 'Columns'], undefined],
  // Its badge changes once the socket stands; its chooser of columns and its chart come after the page.
  ['/logs', 'sonaqor-logs', ['Columns'], 'Live'],
] as const) {
  test(`EM-3 ${element} looks exactly as it does without the portal's styles`, async ({
    page,
    context,
    house,
  }) => {
    const allIsThere = async () => {
      await expect(page.getByRole('table')).toBeVisible()
      for (const name of buttons) {
        await expect(page.getByRole('button', { name }).first()).toBeVisible()
      }
      // The figures of each key's use come last.
      await expect(page.locator('.sq-keys-use-place')).toHaveCount(0)
      if (!words) return
      await expect(page.getByText(words, { exact: true })).toBeVisible()
      await expect(page.getByRole('slider')).toBeVisible()
    }
    await page.clock.setFixedTime(new Date())
    await openAt(page, house.portalUrl + path)
    await allIsThere()
    const loud = await page.evaluate(lookOf, { root: element, looks })
    await context.route('**/portal.css', (route) =>
      route.fulfill({ contentType: 'text/css', body: '' }),
    )
    await page.reload()
    await allIsThere()
    const quiet = await page.evaluate(lookOf, { root: element, looks })
    expect(quiet.length).toBeGreaterThan(50)
    // Rows come and go; how any of them is drawn does not.
    expect([...new Set(loud)].toSorted()).toEqual([...new Set(quiet)].toSorted())
  })
}

test('EM-1 two Reacts live in one page, and nothing of ours lies about in it', async ({
  page,
  house,
}) => {
  await page.addInitScript(() =>
    Reflect.set(window, 'before', new Set(Object.getOwnPropertyNames(window))),
  )
  await openAt(page, `${house.portalUrl}/keys`)
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByText('drawn by React 18')).toBeVisible()
  const left = await page.evaluate(() => {
    const before = Reflect.get(window, 'before') as Set<string>
    return Object.getOwnPropertyNames(window).filter((name) => !before.has(name))
  })
  expect(left.filter((name) => !known.test(name))).toEqual([])
  const tampered = await page.evaluate(() =>
    Object.entries({
      fetch,
      pushState: history.pushState,
      replaceState: history.replaceState,
      listen: addEventListener,
      unlisten: removeEventListener,
      define: customElements.define,
      attachShadow: Element.prototype.attachShadow,
      append: Node.prototype.appendChild,
    })
      .filter(([, own]) => !Function.prototype.toString.call(own).includes('[native code]'))
      .map(([name]) => name),
  )
  expect(tampered).toEqual([])
})

/** The portal's own and the test's; then what bears our name. */
const known = /^(before|React|ReactDOM|noteViolation|Sonaqor\w*|(webpackChunk)?sonaqor_\w+)$/

test('EM-1 the portal’s own way about goes on working around us', async ({ page, house }) => {
  await openAt(page, `${house.portalUrl}/keys`)
  await expect(page.getByRole('table')).toBeVisible()
  const length = await page.evaluate(() => history.length)
  await page.getByRole('combobox', { name: 'State' }).selectOption('Active')
  // What is chosen stands in its address because it wants that, and as it writes it.
  await expect(page).toHaveURL(`${house.portalUrl}/keys?state=active`)
  expect(await page.evaluate(() => history.length)).toBe(length)
  await page.getByRole('link', { name: 'Logs' }).click()
  await expect(page.getByRole('table', { name: /Requests/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('table', { name: /API keys/ })).toBeVisible()
  await page.getByRole('link', { name: 'Home' }).click()
  await expect(page.getByText('Harbour Books')).toBeVisible()
})

test('EM-2 shell and portal are two sites: whoever is signed in to ours is nobody in theirs', async ({
  context,
  house,
  signIn,
  openPortal,
}) => {
  await signIn('owner')
  const cookies: string[] = []
  const sites = new Set<string>()
  const portal = await openPortal('/keys')
  const requests: Request[] = []
  portal.on('request', (request) => void requests.push(request))
  await portal.reload()
  await expect(portal.getByRole('table')).toBeVisible()
  await portal.getByRole('button', { name: 'Issue key' }).click()
  await expect(portal.frameLocator('iframe').getByLabel('Label')).toBeVisible()
  for (const request of requests.filter((one) => one.url().startsWith(house.url))) {
    const headers = await request.allHeaders()
    if (headers['cookie']) cookies.push(`${request.url()} ${headers['cookie']}`)
    sites.add(headers['sec-fetch-site'] ?? '')
  }
  expect(cookies).toEqual([])
  expect([...sites]).toContain('cross-site')
  const held = await context.cookies(house.portalUrl)
  expect(held.filter(({ name }) => name.includes('sonaqor'))).toEqual([])
})

async function openAt(page: Page, address: string): Promise<Page> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(address)
  await expect(page.getByRole('navigation', { name: 'Portal' })).toBeVisible()
  return page
}

/** How each element is drawn, in a line: of the page without our elements, or of one of ours. */
function lookOf({ root, looks: names }: { root: string; looks: readonly string[] }): string[] {
  const lineOf = (element: Element) => {
    const style = getComputedStyle(element)
    const values = names.map((name) => `${name}: ${Reflect.get(style, name)}`)
    return `${element.localName}.${element.getAttribute('class') ?? ''} ${values.join('; ')}`
  }
  if (root === 'page') {
    return (
      [...document.querySelectorAll('body, body *')]
        // What the portal says itself of a loader that did not come is no look of ours.
        .filter((one) => !one.localName.startsWith('sonaqor-') && !one.matches('.trouble'))
        .map(lineOf)
    )
  }
  const lines: string[] = []
  const walk = (element: Element) => {
    for (const inner of [...(element.shadowRoot?.children ?? []), ...element.children]) {
      lines.push(lineOf(inner))
      walk(inner)
    }
  }
  walk(document.querySelector(root)!)
  return lines
}
