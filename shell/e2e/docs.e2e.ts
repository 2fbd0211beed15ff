/** SU-4: somebody reads how an operation works, tries it in their sandbox, and sees what they did in the logs. */
import type { Page } from '@playwright/test'
import { violationsOn } from './accessible.ts'
import { expect, test } from './journey.ts'
import { tabTo } from './keyboard.ts'
import { overhangOf } from './overhang.ts'

const apps = '/docs/api/apps#apps.list'

const formOf = (page: Page, id: string) => page.locator(`[data-try="${id}"]`)

/** Opens what is tried of an operation and has a key of the app filled in. */
async function fillIn(page: Page, id: string, app: string) {
  const form = formOf(page, id)
  await form.locator('summary').first().click()
  await form.getByLabel('Sandbox app', { exact: true }).selectOption({ label: app })
  await form.getByRole('button', { name: 'Fill in my key' }).click()
  await expect(form.getByText(/^until /)).toBeVisible()
  return form
}

test('SU-4 an operation is found, tried with a key of one’s own, and stands in the logs', async ({
  page,
  context,
  house,
  signIn,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn('owner')
  await page.goto('/docs')

  await test.step('it is found by a word', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('transaction or many')
    await expect(page.getByRole('status')).toHaveText(/^\d+ found/)
    await page.getByRole('link', { name: /^Send in one transaction or many/ }).click()
    await expect(page).toHaveURL('/docs/api/transactions#transactions.ingest')
  })

  const form = await test.step('a key of a sandbox app is filled in', () =>
    fillIn(page, 'transactions.ingest', house.app.name))

  await test.step('the samples hold it: masked to the eye, whole to the clipboard', async () => {
    const sample = page.locator('#transactions\\.ingest [data-language=curl]')
    await expect(sample).toContainText(/sq_test_[0-9A-Za-z]{4}••••/)
    await sample.getByRole('button', { name: 'Copy: curl' }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^export SONAQOR_API_KEY=sq_test_[0-9A-Za-z]{36}\ncurl -X POST /)
    expect(await page.content()).not.toMatch(/sq_test_[0-9A-Za-z]{36}/)
    expect(
      await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
    ).not.toContain('sq_test')
  })

  await test.step('it is sent, and what came back is shown', async () => {
    const body = {
      externalId: `docs-${Date.now()}`,
      occurredAt: '2026-11-02T09:30:00Z',
      amount: '129.90',
      currency: 'EUR',
    }
    await form.getByLabel('Body').fill(JSON.stringify(body))
    await form.getByRole('button', { name: 'Send POST' }).click()
    await expect(form.getByText(/^200 OK · \d+ ms/)).toBeVisible()
    await expect(form.locator('.answer code')).toContainText('"status": "created"')
  })

  await test.step('its line stands in the logs, made by the key of the docs', async () => {
    const [logs] = await Promise.all([
      context.waitForEvent('page'),
      form.getByRole('link', { name: 'See it in Logs' }).click(),
    ])
    await expect(logs.getByRole('row', { name: /\/v1\/transactions/ })).toHaveCount(1)
    await logs.goto('/keys?environment=sandbox')
    await expect(logs.getByRole('row', { name: 'Docs: try it' }).first()).toBeVisible()
    await logs.close()
  })

  await test.step('what is refused leads to cause and fix', async () => {
    await form.getByLabel('Body').fill('{"externalId":"x"}')
    await form.getByRole('button', { name: 'Send POST' }).click()
    await expect(form.getByText(/^422 /)).toBeVisible()
    const [problem] = await Promise.all([
      context.waitForEvent('page'),
      form.getByRole('link', { name: 'Cause and fix' }).click(),
    ])
    await expect(problem.getByRole('heading', { name: 'What to do' })).toBeVisible()
    await problem.close()
  })
})

test.describe(() => {
  test.use({ provokes: /401|404/ })

  test('SU-4 a key that is revoked while it is read with opens nothing any more, and another one is asked for', async ({
    page,
    house,
    signIn,
  }) => {
    await signIn('developer')
    await page.goto(apps)
    const form = await fillIn(page, 'apps.list', house.app.name)
    await form.getByRole('button', { name: 'Send GET' }).click()
    await expect(form.getByText(/^200 OK/)).toBeVisible()
    // Another page of the docs takes a new secret of the same key, and the old one ends.
    const other = await page.context().newPage()
    await other.goto(apps)
    await fillIn(other, 'apps.list', house.app.name)
    await other.close()
    await form.getByRole('button', { name: 'Send GET' }).click()
    await expect(form.getByText(/^401 /)).toBeVisible()
    await expect(form.locator('[data-key-fault]')).toContainText('has a newer one')
    await expect(form.getByRole('button', { name: 'Fill in my key' })).toBeFocused()
  })
})

test('SU-4 a stranger reads all of it, hears how to get a key, and may paste one, by the keyboard alone', async ({
  page,
  house,
}) => {
  await page.goto(apps)
  const form = formOf(page, 'apps.list')
  await form.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  await expect(form.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await tabTo(page, 'Paste a key instead')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Key of a sandbox app')
  await page.keyboard.insertText(house.app.apiKey)
  await expect(form.getByText(/^sq_test_.{4}•+$/)).toBeVisible()
  await tabTo(page, 'Send GET')
  await page.keyboard.press('Enter')
  await expect(form.getByText(/^200 OK/)).toBeVisible()
})

test('SU-4 the language of the samples is chosen once, by arrow keys, for this page and the next', async ({
  page,
}) => {
  await page.goto('/docs/api/keys')
  const first = page.locator('#keys\\.list')
  await first.getByRole('radio', { name: 'curl' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  for (const id of ['keys.list', 'keys.issue']) {
    const samples = page.locator(`[id="${id}"] [data-samples]`)
    await expect(samples.locator('[data-language=python]')).toBeVisible()
    await expect(samples.locator('[data-language=curl]')).toBeHidden()
  }
  await page.goto('/docs/api/apps')
  await expect(page.locator('[id="apps.list"] [data-language=python]')).toBeVisible()
})

test('SU-4 the docs are read without a script, whatever they offer with one', async ({
  browser,
  house,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: house.url })
  const page = await context.newPage()
  await page.goto('/docs/api/keys#keys.issue')
  const issue = page.locator('[id="keys.issue"]')
  await expect(issue.getByRole('heading', { name: 'Issue an API key' })).toBeVisible()
  await issue.locator('label', { hasText: 'Go' }).click()
  await expect(issue.locator('[data-language=go]')).toBeVisible()
  await expect(issue.locator('[data-try]')).toBeHidden()
  await expect(page.getByRole('search')).toBeHidden()
  await context.close()
})

const pages = [
  '/docs',
  '/docs/quick-starts/transactions',
  '/docs/quick-starts/webhooks',
  '/docs/api/keys',
  '/docs/scopes',
  '/docs/problems/invalid',
  '/docs/changelog',
]

/** Each journey has a member of its own: of one and the same, the newest page alone holds a secret that works. */
test('SU-4 the docs shut nobody out and stick out nowhere, whatever the theme and the width', async ({
  page,
  house,
  signIn,
}) => {
  test.slow()
  await signIn('admin')
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      for (const path of pages) {
        await page.goto(path)
        if (path === '/docs/api/keys') await tryAndSearch(page, house.app.name)
        const all = [...(await violationsOn(page)), ...(await overhangOf(page))]
        found.push(...all.map((line) => `${colorScheme} ${width} ${path}: ${line}`))
      }
    }
  }
  expect(found).toEqual([])
})

/** All that a page can show at once: a key that is filled in, what came back, and what was found. */
async function tryAndSearch(page: Page, app: string) {
  const form = await fillIn(page, 'keys.list', app)
  await form.getByRole('button', { name: 'Send GET' }).click()
  await expect(form.getByText(/^200 OK/)).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('key')
  await expect(page.getByRole('search').getByRole('link').first()).toBeVisible()
}
