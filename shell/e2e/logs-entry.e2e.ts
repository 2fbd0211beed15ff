/** LG-2, LG-4, LG-8, XC-6: an entry of the log, from the search for it to sending it again, by keyboard alone. */
import type { Locator, Page } from '@playwright/test'
import { violationsOn } from './accessible.ts'
import type { House } from './house.ts'
import { expect, test } from './journey.ts'
import { tabTo } from './keyboard.ts'
import { overhangOf } from './overhang.ts'

async function use(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** What stands around a button holds its words, too, and can have the focus to be scrolled. */
async function useButton(page: Page, button: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const isThere = await button.evaluate(
        (one) => (one.getRootNode() as Document | ShadowRoot).activeElement === one,
      )
      if (!isThere) await page.keyboard.press('Tab')
      return isThere
    })
    .toBe(true)
  await page.keyboard.press('Enter')
}

async function fitsAndIsOpenToAll(page: Page) {
  expect(await overhangOf(page)).toEqual([])
  expect(await violationsOn(page)).toEqual([])
}

const sandboxApp = (house: House) =>
  house.tenant.apps.find(({ environment }) => environment === 'sandbox')!

/** Sends a customer that is refused, and returns the id by which its request is found. */
async function refusedRequest(house: House): Promise<string> {
  const answer = await fetch(`${house.url}/v1/customers`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sandboxApp(house).apiKey}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ externalId: '', name: 'Ada Example' }),
  })
  expect(answer.status).toBe(422)
  return answer.headers.get('x-request-id')!
}

const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]
for (const viewport of sizes) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport })

    test('LG-2 LG-8 XC-6 a refused request is found, mended and sent again, and each leads to the other', async ({
      page,
      house,
      signIn,
    }) => {
      const requestId = await refusedRequest(house)
      await signIn('owner')
      await page.goto(`/logs?environment=sandbox&q=request:${requestId}`)
      const row = page.getByRole('button', { name: 'POST /v1/customers, 422 Invalid' })
      await expect(row).toBeVisible()
      await use(page, 'POST /v1/customers, 422 Invalid')
      const drawer = page.getByRole('dialog', { name: 'POST /v1/customers' })
      await expect(drawer.getByRole('region', { name: 'Request body' })).toBeVisible()
      await fitsAndIsOpenToAll(page)

      await useButton(page, drawer.getByRole('button', { name: 'Send again…' }))
      const editor = page.getByRole('dialog', { name: 'Send again' })
      const body = editor.getByLabel('Request body')
      await expect(body).toHaveValue(/"name": ""/)
      await expect(editor.getByText(/^Redacted before storing, .*name/)).toBeVisible()
      await fitsAndIsOpenToAll(page)
      await tabTo(page, '"externalId"')
      await page.keyboard.press('ControlOrMeta+a')
      // One that is there already, and stays as it is, is nothing to tell of.
      const externalId = `sent-again-${requestId}`
      await page.keyboard.type(JSON.stringify({ externalId, name: 'Ada Example' }))
      await use(page, 'Send in the sandbox')
      await expect(editor.getByRole('heading', { name: /^Answer 20[01] / })).toBeFocused()
      await fitsAndIsOpenToAll(page)

      await use(page, 'Open its entry')
      await expect(editor).toHaveCount(0)
      const line = page.getByRole('region', { name: 'Timeline' })
      await expect(line.getByText('Event: customers.ingested')).toBeVisible()
      await expect(line.getByText('Audit log: customers.ingested')).toBeVisible()
      await fitsAndIsOpenToAll(page)
      await useButton(page, line.getByRole('button', { name: 'Show the earlier request' }))
      await expect(page.getByText(requestId, { exact: true })).toBeVisible()
      await expect(
        line.getByRole('button', { name: 'Show the request that was sent again' }),
      ).toBeVisible()
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('LG-3 three requests at least are on the first screen', async ({ page, house, signIn }) => {
    for (let sent = 0; sent < 3; sent += 1) await refusedRequest(house)
    await signIn('owner')
    await page.goto('/logs?environment=sandbox')
    // The chart comes after the list, and must not push it away.
    await expect(page.getByRole('slider')).toBeVisible()
    await expect(page.getByRole('row').nth(3)).toBeInViewport({ ratio: 1 })
    const bar = await page.getByRole('navigation').last().boundingBox()
    const row = await page.getByRole('row').nth(3).boundingBox()
    expect(row!.y + row!.height).toBeLessThanOrEqual(bar!.y)
    await fitsAndIsOpenToAll(page)
  })
})

test('LG-2 XC-6 values of a search are completed by what there is, with the keyboard alone', async ({
  page,
  house,
  signIn,
}) => {
  await refusedRequest(house)
  await signIn('owner')
  await page.goto('/logs?environment=sandbox')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('path:/v1/cust')
  const field = page.getByRole('combobox', { name: /^Path, key, IP/ })
  const value = page.getByRole('option', { name: /^\/v1\/customers/ }).first()
  await expect(value).toBeVisible()
  await expect(value).toContainText(/[\d,]+ requests?/)
  await fitsAndIsOpenToAll(page)
  await page.keyboard.press('ArrowDown')
  await expect(field).toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(/^path:\/v1\/customers\S* $/)
  await expect(page).toHaveURL(/q=path/)
})

test('LG-8 what was made in production is copied to the sandbox, and said to be', async ({
  page,
  house,
  signIn,
}) => {
  const app = house.tenant.apps.find(({ environment }) => environment === 'production')
  expect(app, 'the demo has an app of production').toBeDefined()
  const asked = await fetch(`${house.url}/v1/apps`, {
    headers: { authorization: `Bearer ${app!.apiKey}` },
  })
  const requestId = asked.headers.get('x-request-id')!
  await signIn('owner')
  await page.goto(`/logs?environment=production&q=request:${requestId}`)
  await page.getByRole('button', { name: /^GET \/v1\/apps, / }).press('Enter')
  await page.getByRole('button', { name: 'Copy to sandbox…' }).click()
  const editor = page.getByRole('dialog', { name: 'Copy to sandbox' })
  await expect(editor.getByText('This request was made in production')).toBeVisible()
  await fitsAndIsOpenToAll(page)
  await editor.getByRole('button', { name: 'Send in the sandbox' }).click()
  await expect(editor.getByRole('heading', { name: /^Answer / })).toBeFocused()
  // As it was, for the journeys beside this one.
  await page.goto('/logs?environment=sandbox')
  await expect(page.getByRole('button', { name: 'Sandbox', pressed: true })).toBeVisible()
})
