/** LG-5: what was opened beside a list is closed by the way back, in our dashboard and in a partner’s page. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

test('LG-5 the way back closes a request and leaves its list, in the dashboard', async ({
  page,
  signIn,
}) => {
  await signIn('owner')
  await page.getByRole('link', { name: 'API keys' }).click()
  await page.getByRole('link', { name: 'Logs' }).click()
  await goBackFromRequest(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/keys/)
})

test('LG-5 the way back closes a request and leaves its list, in a partner’s page', async ({
  page,
  house,
}) => {
  await page.goto(`${house.portalUrl}/keys`)
  await page.getByRole('link', { name: 'Logs' }).click()
  await goBackFromRequest(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/keys/)
})

async function goBackFromRequest(page: Page): Promise<void> {
  const list = page.getByRole('table', { name: /Requests/ })
  const open = async () => {
    await page
      .getByRole('button', { name: /, \d{3} / })
      .first()
      .press('Enter')
    await expect(page).toHaveURL(/entry=/)
    await expect(page.getByRole('dialog')).toBeVisible()
  }
  await open()
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(list).toBeVisible()
  await open()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).not.toHaveURL(/entry=/)
}
