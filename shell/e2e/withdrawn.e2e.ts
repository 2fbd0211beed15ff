/** EM-9: a release that its team takes back is told to whoever has it open. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

const keysTable = (page: Page) => page.getByRole('table', { name: /API keys/ })

const news = (page: Page) => page.getByText(/was taken back|is current now/)

/** The registry is asked anew whenever somebody looks at the page again. */
const lookAgain = (page: Page) =>
  page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')))

test('EM-7 EM-9 a withdrawn release stays where it is open, and the person is told', async ({
  page,
  house,
  signIn,
  openPortal,
}) => {
  await signIn('owner')
  await page.getByRole('link', { name: 'API keys' }).click()
  const portal = await openPortal('/keys')
  for (const host of [page, portal]) await expect(keysTable(host)).toBeVisible()

  const team = await house.team('keys')
  const { data } = await team.releases.list({ query: { module: 'keys' } })
  const release = data.find(({ state }) => state === 'published')!
  await team.releases.withdraw({ params: { id: release.id } })
  try {
    for (const host of [page, portal]) {
      await lookAgain(host)
      await expect(news(host)).toBeVisible()
      await expect(keysTable(host)).toBeVisible()
    }
    await page.getByRole('combobox', { name: 'State' }).selectOption('Revoked')
    await expect(page).toHaveURL(/state=revoked/)
  } finally {
    await team.releases.restore({ params: { id: release.id } })
  }
  for (const host of [page, portal]) {
    await lookAgain(host)
    await expect(news(host)).toHaveCount(0)
  }
})
