/** EM-1 EM-3 EM-5: a partner's portal that lives with our views: its people, its look, its addresses. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

const keysTable = (page: Page) => page.getByRole('table', { name: /API keys/ })
const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('combobox', { name: question }).selectOption(answer)

test('EM-5 a page of widgets: what happens is seen there, and a request leads to its own page', async ({
  page,
  house,
}) => {
  await page.goto(`${house.portalUrl}/live`)
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Key usage' })).toBeVisible()
  const rows = page.getByRole('list', { name: 'Latest requests' })
  const tail = page.locator('sonaqor-log-tail')
  await expect(tail.getByText('Live', { exact: true })).toBeVisible()
  await house.api(house.app.apiKey).apps.list()
  await expect(rows.getByRole('button').first()).toHaveAccessibleName(/200 GET \/v1\/apps/)
  await rows.getByRole('button').first().click()
  await expect(page).toHaveURL(/\/logs\?entry=/)
  await expect(page.getByText('Response headers')).toBeVisible()
})

test('EM-5 what the portal’s key has started is followed there, and nothing that a member has', async ({
  page,
  house,
  signIn,
  newBrowser,
}) => {
  const dashboard = await (await newBrowser()).newPage()
  await signIn('owner', dashboard)
  await dashboard.goto('/work')
  await dashboard.getByRole('button', { name: 'Export audit log' }).first().click()
  await dashboard.getByRole('dialog').getByText('NDJSON', { exact: true }).click()
  await dashboard.getByRole('dialog').getByRole('button', { name: 'Start export' }).click()
  await expect(dashboard.getByText('Export started').first()).toBeVisible()

  await page.goto(`${house.portalUrl}/live`)
  const tracker = page.locator('sonaqor-job-tracker')
  await expect(tracker.getByText('Live', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Export what happened in your integration' }).click()
  await expect(tracker.getByText('Done', { exact: true }).first()).toBeVisible()
  await expect(tracker.getByText('Audit log export, CSV').first()).toBeVisible()
  await expect(tracker.getByText('Audit log export, NDJSON')).toHaveCount(0)
  await expect(tracker.getByRole('button', { name: /^Download/ })).toHaveCount(0)
  await expect(tracker.getByRole('link', { name: /Sonaqor/ })).toHaveAttribute(
    'href',
    `${house.url}/work`,
  )
})

test('EM-1 what is chosen stands in the portal’s own address, and comes back with it', async ({
  page,
  house,
}) => {
  await page.goto(`${house.portalUrl}/keys?state=active`)
  await expect(keysTable(page)).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('active')
  await page.getByRole('combobox', { name: 'State' }).selectOption('Revoked')
  await expect(page).toHaveURL(`${house.portalUrl}/keys?state=revoked`)
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('revoked')
})

test('EM-3 a merchant’s choice of look and language is worn at once, without loading anew', async ({
  page,
  house,
}) => {
  await page.goto(`${house.portalUrl}/settings`)
  const tail = page.locator('sonaqor-log-tail')
  await expect(tail.getByRole('heading', { name: 'Latest requests' })).toBeVisible()
  await tail.getByRole('button', { name: 'Pause' }).click()
  const surface = tail.locator('.sq-surface').first()
  const light = await surface.evaluate((element) => getComputedStyle(element).color)
  await choose(page, 'Look', 'Dark')
  await expect(surface).not.toHaveCSS('color', light)
  await choose(page, 'Language of the developer tools', 'Deutsch')
  await expect(tail.getByRole('heading', { name: 'Neueste Anfragen' })).toBeVisible()
  // What was pressed before is so still.
  await expect(tail.getByRole('button', { name: 'Fortsetzen' })).toBeVisible()
})

test('EM-2 two sessions on one page: the one may act, the other may look', async ({
  page,
  house,
}) => {
  await page.goto(`${house.portalUrl}/accountant`)
  await expect(keysTable(page)).toHaveCount(2)
  const [own, accountant] = [
    page.locator('sonaqor-keys:not([session])'),
    page.locator('sonaqor-keys[session]'),
  ]
  await expect(own.getByRole('button', { name: 'Issue key' })).toBeVisible()
  await expect(accountant.getByRole('button', { name: 'Issue key' })).toHaveCount(0)
})

test('EM-2 whoever signs out of the portal is out of ours as well', async ({ page, house }) => {
  const ended = page.waitForResponse((answer) => answer.url().endsWith('/v1/embed-sessions/end'))
  await page.goto(`${house.portalUrl}/keys`)
  await expect(keysTable(page)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  expect((await ended).status()).toBeLessThan(300)
  await expect(page).toHaveURL(`${house.portalUrl}/sign-in`)
  await page.getByRole('button', { name: /Joris Vale/ }).click()
  await expect(page.getByText('Joris Vale')).toBeVisible()
})

test('XC-12 dates are written as in the region of the reader, whose language the portal has chosen', async ({
  browser,
  house,
}) => {
  for (const [locale, written] of [
    ['en-GB', /\d{1,2} [A-Z][a-z]{2,3} \d{4}/],
    ['en-US', /[A-Z][a-z]{2} \d{1,2}, \d{4}/],
  ] as const) {
    const page = await browser.newPage({ locale })
    await page.goto(`${house.portalUrl}/keys`)
    await keysTable(page)
      .getByRole('button', { name: /^Open / })
      .first()
      .press('Enter')
    await expect(page.getByRole('dialog').getByText(written).first()).toBeVisible()
    await page.close()
  }
})
