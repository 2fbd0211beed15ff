/** LG-8, XC-12: work goes on while one is elsewhere, and what came of it is there when one is back. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

const go = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Dashboard' })
    .getByRole('link', { name, exact: true })
    .click()
const past = (page: Page) => page.getByRole('table', { name: 'Earlier jobs' })
const newest = (page: Page) => past(page).getByRole('row').nth(1)

test('LG-8 an export is started, left alone and found done; its file is what its manifest says', async ({
  page,
  signIn,
}) => {
  await signIn('owner')
  await go(page, 'Jobs')
  await page.getByRole('button', { name: 'Export audit log' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Range').selectOption({ label: 'Last 30 days' })
  await dialog.getByRole('button', { name: 'Start export' }).click()
  await expect(page.getByText('Export started').first()).toBeVisible()

  await go(page, 'Projects')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Projects & apps')
  await go(page, 'Jobs')
  await expect(newest(page)).toContainText('Done')

  const coming = page.waitForEvent('download')
  await newest(page)
    .getByRole('button', { name: /^Download audit-/ })
    .click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  const file = await readFile(await download.path())
  const rows = file.toString().trimEnd().split('\r\n').length - 1

  await newest(page).getByRole('cell').first().click()
  const drawer = page.getByRole('dialog')
  const hash = createHash('sha256').update(file).digest('hex')
  await expect(drawer.getByText(hash)).toBeVisible()
  await expect(drawer.getByText(new Intl.NumberFormat('en').format(rows)).first()).toBeVisible()
  await expect(drawer.getByText(/^from=/)).toBeVisible()
})

test('XC-12 what was cancelled says so, and goes on by a press', async ({ page, house, signIn }) => {
  const token = page
    .waitForRequest((request) => request.headers()['authorization'] !== undefined)
    .then((request) => request.headers()['authorization']!.replace('Bearer ', ''))
  await signIn('owner')
  const { exports, jobs } = house.api(await token)
  await expect(async () => {
    const { id } = await exports.start({ body: { of: 'audit' } })
    await jobs.cancel({ params: { id } })
  }).toPass()
  await go(page, 'Jobs')
  await expect(newest(page)).toContainText('Cancelled')
  await newest(page)
    .getByRole('button', { name: /^Resume/ })
    .click()
  await expect(page.getByRole('button', { name: /^Download audit-/ }).first()).toBeVisible()
})
