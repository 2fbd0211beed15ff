/** EM-1, EM-2: two strangers share a page, and neither changes how the other works. */
import type { Request } from '@playwright/test'
import { expect, test } from './journey.ts'
import { openAt } from './at-portal.ts'

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
