/** XC-1: a session lasts over reloads and tabs, and ends everywhere at once. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

const dashboard = (page: Page) => page.getByRole('navigation', { name: 'Dashboard' })
const signInForm = (page: Page) => page.getByRole('heading', { name: 'Sign in to Sonaqor' })

test('XC-1 two tabs of one person do not sign each other out', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('owner')
  const tab = await context.newPage()
  await tab.goto('/logs')
  await expect(dashboard(tab)).toBeVisible()
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([page.reload(), tab.reload()])
    await expect(dashboard(page)).toBeVisible()
    await expect(dashboard(tab)).toBeVisible()
  }
})

test('XC-1 a stranger is met without a single error of the browser', async ({ page }) => {
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto('/')
  await expect(signInForm(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(errors).toEqual([])
})

test('XC-1 a reload keeps the session, the place and what was chosen', async ({ page, signIn }) => {
  await signIn('owner')
  await page.getByRole('link', { name: 'Logs' }).click()
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('4xx, refused')
  await expect(page).toHaveURL(/\/logs\?.*status=4xx/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Logs', level: 1 })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Status', exact: true })).toHaveValue('4xx')
})

test('XC-1 signing out ends the session in every tab, and its cookie with it', async ({
  page,
  context,
  house,
  signIn,
}) => {
  await signIn('admin')
  const tab = await context.newPage()
  await tab.goto('/keys')
  await expect(dashboard(tab)).toBeVisible()
  const cookies = await context.cookies(house.url)
  expect(cookies.length).toBeGreaterThan(0)
  for (const { name, httpOnly, secure, sameSite, path } of cookies) {
    expect(name).toMatch(/^__Host-/)
    expect({ httpOnly, secure, sameSite, path }).toEqual({
      httpOnly: true,
      secure: true,
      sameSite: 'Strict',
      path: '/',
    })
  }

  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(signInForm(page)).toBeVisible()
  await expect(signInForm(tab)).toBeVisible()
  await page.reload()
  await expect(signInForm(page)).toBeVisible()

  await context.addCookies(cookies)
  await page.reload()
  await expect(signInForm(page)).toBeVisible()
})

test('XC-1 nothing that opens the door is kept where scripts can read it', async ({
  page,
  signIn,
}) => {
  const tokens = new Set<string>()
  page.on('request', (request) => {
    const header = request.headers()['authorization']
    if (header) tokens.add(header.replace('Bearer ', ''))
  })
  await signIn('owner')
  await page.getByRole('link', { name: 'API keys' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  expect(tokens.size).toBeGreaterThan(0)
  const kept = await page.evaluate(async () =>
    JSON.stringify([
      document.cookie,
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  )
  for (const token of tokens) expect(kept).not.toContain(token)
  expect(kept).not.toContain('eyJ')
})
