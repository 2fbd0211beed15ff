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

/** Others start jobs beside this one, so it is opened by its id. */
async function open(page: Page, id: string) {
  await page.goto(`/work?job=${id}`)
  return page.getByRole('dialog', { name: 'Audit log export, CSV' })
}

test('LG-8 an export is started, left alone and found done; its file is what its manifest says', async ({
  page,
  signIn,
}) => {
  await signIn('owner')
  await go(page, 'Jobs')
  await page.getByRole('button', { name: 'Export audit log' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Entries').selectOption({ label: 'Last 30 days' })
  const started = page.waitForResponse(
    (answer) => answer.url().endsWith('/v1/exports') && answer.request().method() === 'POST',
  )
  await dialog.getByRole('button', { name: 'Start export' }).click()
  const { id } = (await (await started).json()) as { id: string }
  await expect(page.getByText('Export started').first()).toBeVisible()

  await go(page, 'Projects')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Projects & apps')
  await go(page, 'Jobs')
  await expect(page.getByRole('button', { name: /^Download audit-/ }).first()).toBeVisible()

  const drawer = await open(page, id)
  await expect(drawer.getByText('Done', { exact: true })).toBeVisible()
  const coming = page.waitForEvent('download')
  await drawer.getByRole('button', { name: 'Download' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  const file = await readFile(await download.path())
  // Its first line names the columns, and its last one says what it holds.
  const rows = file.toString().trimEnd().split('\r\n').length - 2
  const hash = createHash('sha256').update(file).digest('hex')
  await expect(drawer.getByText(hash)).toBeVisible()
  const figure = new Intl.NumberFormat('en').format(rows)
  await expect(drawer.getByText(figure, { exact: true })).toBeVisible()
  await expect(drawer.getByText(/^from=/)).toBeVisible()
})

test('XC-12 what was cancelled says so, and goes on by a press', async ({
  page,
  house,
  signIn,
}) => {
  const token = page
    .waitForRequest((request) => request.headers()['authorization'] !== undefined)
    .then((request) => request.headers()['authorization']!.replace('Bearer ', ''))
  await signIn('owner')
  const { exports, jobs } = house.api(await token)
  let id = ''
  // A short one may be done before it is cancelled.
  await expect(async () => {
    id = (await exports.start({ body: { of: 'audit' } })).id
    await jobs.cancel({ params: { id } })
  }).toPass()
  const drawer = await open(page, id)
  await expect(drawer.getByText('Cancelled', { exact: true })).toBeVisible()
  await drawer.getByRole('button', { name: 'Resume' }).click()
  await expect(drawer.getByText('Done', { exact: true })).toBeVisible()
  await expect(drawer.getByRole('button', { name: 'Download' })).toBeVisible()
})
