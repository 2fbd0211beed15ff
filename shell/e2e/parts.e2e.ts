/** EM-7: a part that is taken away or does not come is said to the person, and nothing else breaks. */
import type { Page } from '@playwright/test'
import { askAxe } from '../../.run/test/axe.ts'
import { expect, test } from './journey.ts'

const keysTable = (page: Page) => page.getByRole('table', { name: /API keys/ })

test.describe('while what is loaded later does not come', () => {
  test.use({ provokes: /net::ERR_FAILED|net::ERR_BLOCKED_BY_CLIENT/ })

  test('EM-7 the dialog says so and tries again, in the shell', async ({ page, signIn }) => {
    await signIn('owner')
    await page.getByRole('link', { name: 'API keys' }).click()
    await expect(keysTable(page)).toBeVisible()
    await page.route('**/modules/keys/**', (route) => route.abort())
    await page.getByRole('button', { name: 'Issue key' }).click()
    const again = page.getByRole('dialog').getByRole('button', { name: 'Try again' })
    await expect(again).toBeVisible()
    await page.unroute('**/modules/keys/**')
    await again.click()
    await expect(page.getByRole('dialog').getByLabel('Label')).toBeVisible()
  })

  test('EM-7 the page says so where what opens the dialog did not come', async ({ openPortal }) => {
    const portal = await openPortal('/keys')
    await expect(keysTable(portal)).toBeVisible()
    await portal.route(/\/embed\/host[./]/, (route) => route.abort())
    await portal.getByRole('button', { name: 'Issue key' }).click()
    await expect(portal.getByText('This could not be opened.')).toBeVisible()
    await portal.unroute(/\/embed\/host[./]/)
    await portal.getByRole('button', { name: 'Issue key' }).click()
    await expect(portal.frameLocator('iframe').getByLabel('Label')).toBeVisible()
    await expect(portal.getByText('This could not be opened.')).toHaveCount(0)
  })

  test('EM-7 and in a partner’s page, whose frame did not come', async ({ openPortal }) => {
    const portal = await openPortal('/keys')
    await expect(keysTable(portal)).toBeVisible()
    await portal.route('**/embed/frame/**', (route) => route.abort())
    await portal.getByRole('button', { name: 'Issue key' }).click()
    const again = portal.getByRole('dialog').getByRole('button', { name: 'Try again' })
    await expect(again).toBeVisible({ timeout: 20_000 })
    await portal.unroute('**/embed/frame/**')
    await again.click()
    await expect(portal.frameLocator('iframe').getByLabel('Label')).toBeVisible()
  })
})

test.describe('in a dark element of a light page', () => {
  test.use({ provokes: /net::ERR_FAILED|net::ERR_BLOCKED_BY_CLIENT/ })

  test('EM-3 XC-6 what is said in place of a view can be read', async ({ page, house }) => {
    await page.route('**/modules/keys/**', (route) => route.abort())
    await page.route('**/sonaqor.js', async (route) => {
      const script = await (await route.fetch()).text()
      await route.fulfill({
        contentType: 'text/javascript',
        body: script.replace('  theme,', "  theme: 'dark',"),
      })
    })
    await page.goto(`${house.portalUrl}/keys`)
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    const { violations, passes } = await askAxe(page, {
      rules: { type: 'rule', values: ['color-contrast'] },
      within: 'sonaqor-keys',
    })
    expect(violations).toEqual([])
    expect(passes).toHaveLength(1)
  })
})

test('EM-3 an embed brings no font into the page, and asks it for none', async ({
  page,
  house,
}) => {
  const fonts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url())
  })
  await page.goto(`${house.portalUrl}/keys`)
  await expect(keysTable(page)).toBeVisible()
  await page.getByRole('button', { name: 'Issue key' }).click()
  await expect(page.frameLocator('iframe').getByLabel('Label')).toBeVisible()
  expect(await page.evaluate(() => document.fonts.size)).toBe(0)
  expect(fonts).toEqual([])
})
