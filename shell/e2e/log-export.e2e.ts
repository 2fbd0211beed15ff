/** LG-6, LG-8, XC-6: what the logs show is taken away, by keyboard alone, in the shell and in a partner's page. */
import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { violationsOn } from './accessible.ts'
import { bytesOf, downloadsOf, linesIn } from './downloads.ts'
import { expect, test } from './journey.ts'
import { tabTo } from './keyboard.ts'
import { overhangOf } from './overhang.ts'

test.use({ viewport: { width: 360, height: 740 } })

async function use(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

const asked = (page: Page) => page.getByRole('dialog', { name: 'Export requests' })

async function ask(page: Page) {
  // On a phone what is seldom done waits behind one button.
  const more = page.getByRole('button', { name: 'Actions for these requests' })
  await expect(more).toBeVisible()
  if ((await more.getAttribute('aria-expanded')) === 'false')
    await use(page, 'Actions for these requests')
  await expect(page.getByRole('button', { name: 'Export…' })).toBeEnabled()
  await use(page, 'Export…')
  await expect(
    asked(page)
      .getByText(/^[\d,]+ requests?$/)
      .first(),
  ).toBeVisible()
}

async function expectAccessible(page: Page) {
  expect(await overhangOf(page)).toEqual([])
  expect(await violationsOn(page)).toEqual([])
}

const formats = ['CSV', 'NDJSON', 'PDF'] as const

/** Chooses a form, starts, waits until it is done, and takes the file. */
async function exported(page: Page, format: (typeof formats)[number]) {
  const dialog = asked(page)
  const taken = downloadsOf(page)
  await expectAccessible(page)
  await tabTo(page, 'CSV')
  for (let steps = formats.indexOf(format); steps > 0; steps -= 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(dialog.getByRole('radio', { name: format })).toBeChecked()
  await use(page, 'Start export')
  await expect(dialog.getByText('SHA-256', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  // The focus is where the questions were, around all that has come in their place.
  await page.keyboard.press('Tab')
  await use(page, 'Download logs-')
  await expect.poll(() => taken.length).toBe(1)
  const file = await bytesOf(taken[0]!)
  const hash = createHash('sha256').update(file).digest('hex')
  await expect(dialog.getByText(hash)).toBeVisible()
  return { file, name: taken[0]!.suggestedFilename() }
}

interface Line {
  readonly path: string
  readonly appId: string
}

test('LG-6 LG-8 XC-6 in the shell what a search finds is taken away, and is what its manifest says', async ({
  page,
  signIn,
}) => {
  await signIn('owner')
  await page.goto('/logs?q=path%3A%2Fv1%2Ftransactions*')
  await ask(page)
  const { file, name } = await exported(page, 'NDJSON')
  expect(name).toMatch(/^logs-\d{4}-\d\d-\d\d\.jsonl$/)
  const lines = linesIn<Line>(file)
  expect(lines.filter(({ path }) => !path.startsWith('/v1/transactions'))).toEqual([])
  const figure = new Intl.NumberFormat('en').format(lines.length)
  await expect(asked(page).getByText(figure, { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asked(page)).toHaveCount(0)
  await ask(page)
  const earlier = asked(page).getByRole('article', { name: 'Requests as NDJSON' })
  await expect(earlier.first()).toBeVisible()
})

test('LG-6 in the shell the requests are handed on as a document', async ({ page, signIn }) => {
  await signIn('developer')
  await page.goto('/logs?status=4xx&range=7d')
  await ask(page)
  const { file, name } = await exported(page, 'PDF')
  expect(name).toMatch(/\.pdf$/)
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
})

test('LG-6 EM-5 XC-6 in a partner’s page it takes the requests of its app, and the page stays', async ({
  page,
  house,
}) => {
  await page.goto(`${house.portalUrl}/logs`)
  await ask(page)
  const { file } = await exported(page, 'NDJSON')
  const apps = new Set(linesIn<Line>(file).map(({ appId }) => appId))
  expect([...apps]).toEqual([house.app.id])
  expect(page.url()).toMatch(/\/logs/)
})
