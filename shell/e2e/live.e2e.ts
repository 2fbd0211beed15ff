/** The house stands: a real request, made with a real key, is seen live in the shell and in a partner's page. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { issueKey, revokeKey } from './keys.ts'

// What is not there has no hash either.
test.use({ provokes: /integrity.*\/modules\/keys\/|\/modules\/keys\/.*integrity/ })

test('KY-1 LG-5 EM-1 EM-7 a key is issued, used, seen live on both sides, revoked, and outlives its module', async ({
  page,
  newBrowser,
  house,
  signIn,
  openPortal,
}) => {
  await signIn('developer')
  const label = `Checkout ${Date.now()}`

  const secret = await test.step('a key is issued in the shell', async () => {
    await page.getByRole('link', { name: 'API keys' }).click()
    return issueKey(page, page, { label, app: house.app.name })
  })
  expect(secret).toMatch(/^sq_test_[0-9A-Za-z]{36}$/)

  await page.getByRole('link', { name: 'Logs' }).click()
  const portal = await openPortal('/logs')
  const shellRows = await rowsOf(page)
  const portalRows = await rowsOf(portal)
  await markOpen(page)
  await markOpen(portal)

  const externalId = `journey-${Date.now()}`
  const send = (path: string, body: unknown) =>
    fetch(house.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  await test.step('what it sends appears within a second on both sides', async () => {
    const transaction = {
      externalId,
      customer: externalId,
      occurredAt: new Date().toISOString(),
      amount: '42.10',
      currency: 'EUR',
    }
    const batch = { items: [transaction, { ...transaction, externalId: 'no amount', amount: 'x' }] }
    const sent = [
      [await send('/v1/customers', { externalId, name: 'Ada Example' }), 200, '/v1/customers'],
      [await send('/v1/transactions', transaction), 200, '/v1/transactions'],
      [await send('/v1/transactions', batch), 200, '/v1/transactions'],
      [await send('/v1/customers', { externalId, surprise: 1 }), 422, '/v1/customers'],
      [await send('/v1/keys', { label }), 403, '/v1/keys'],
    ] as const
    expect(sent.map(([{ status }]) => status)).toEqual(sent.map(([, status]) => status))
    const prefix = secret.slice(0, 12)
    const expected = sent.map(([, status, path]) => `${status} POST ${path} ${prefix}`).toReversed()
    for (const rows of [shellRows, portalRows]) {
      await expect
        .poll(async () => (await rows()).slice(0, sent.length), { timeout: 1000, intervals: [50] })
        .toEqual(expected)
    }
  })

  await test.step('KY-3 LG-1 once revoked it opens nothing, and the attempt is seen as well', async () => {
    await page.getByRole('link', { name: 'API keys' }).click()
    await revokeKey(page, label)
    await page.getByRole('link', { name: 'Logs' }).click()
    await rowsOf(page)
    expect((await send('/v1/customers', { externalId })).status).toBe(401)
    const expected = `401 POST /v1/customers ${secret.slice(0, 12)}`
    for (const rows of [shellRows, portalRows]) {
      await expect.poll(async () => (await rows())[0], { timeout: 1000 }).toBe(expected)
    }
  })

  await test.step('EM-7 while its module is taken away both hosts stay up, and recover when it is back', async () => {
    // Somebody who has not been to the keys yet; who has keeps what is loaded.
    const shell = await signIn('owner', await (await newBrowser()).newPage())
    await shell.getByRole('link', { name: 'Logs' }).click()
    await rowsOf(shell)
    await markOpen(shell)
    const team = await house.team('keys')
    const release = (await team.releases.list({ query: { module: 'keys' } })).data.find(
      ({ state }) => state === 'published',
    )!
    await team.releases.withdraw({ params: { id: release.id } })
    try {
      for (const host of [shell, portal]) {
        await host.getByRole('link', { name: 'API keys' }).click()
        await expect(host.getByRole('button', { name: 'Try again' })).toBeVisible()
        await host.getByRole('button', { name: 'Try again' }).click()
        await expect(host.getByRole('button', { name: 'Try again' })).toBeVisible()
        await host.getByRole('link', { name: 'Logs' }).click()
        await rowsOf(host)
        await host.getByRole('link', { name: 'API keys' }).click()
        await expect(host.getByRole('button', { name: 'Try again' })).toBeVisible()
      }
    } finally {
      await team.releases.restore({ params: { id: release.id } })
    }
    for (const host of [shell, portal]) {
      await host.getByRole('button', { name: 'Try again' }).click()
      await expect(host.getByRole('row', { name: label })).toBeVisible()
      await expect(host.getByRole('button', { name: 'Try again' })).toHaveCount(0)
      expect(await isStillOpen(host)).toBe(true)
    }
  })

  expect(await isStillOpen(page)).toBe(true)
})

/** A page that is loaded anew forgets the mark. */
const markOpen = (page: Page) => page.evaluate(() => Reflect.set(window, 'opened', true))
const isStillOpen = (page: Page) => page.evaluate(() => Reflect.get(window, 'opened') === true)

/** What the rows of an open Logs view say, newest first; the view is live from here on. */
async function rowsOf(page: Page): Promise<() => Promise<string[]>> {
  const table = page.getByRole('table', { name: /Requests/ })
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(table).toBeVisible()
  return async () => {
    const rows = await table.getByRole('row').allInnerTexts()
    return rows.flatMap((text) => {
      const [, status, method, path, prefix] =
        /(\d{3}) [^\n]*\s+([A-Z]+) (\S+)\s+(?:[^\n]*\s+)?(sq_\w+)\s*…/.exec(text) ?? []
      return status ? [`${status} ${method} ${path} ${prefix}`] : []
    })
  }
}
