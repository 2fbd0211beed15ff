/** XC-12: what was chosen and what was begun on one device is there on the next. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

const themeOf = (page: Page) => page.locator('.sq-surface').first().getAttribute('data-theme')

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('group', { name: 'Theme' }).getByText(name).click()
  await page.keyboard.press('Escape')
}

test('XC-12 look and place of one device wait on the next, and leave alone who looks elsewhere', async ({
  page,
  newBrowser,
  house,
  signIn,
}) => {
  const { email, password } = house.member('analyst')
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  const kept = () => house.api(token).preferences.show()

  await signIn('analyst')
  await choose(page, 'Dark')
  await page.getByRole('button', { name: 'Production' }).click()
  await expect.poll(kept).toMatchObject({ theme: 'dark', environment: 'production' })

  const phone = await signIn('analyst', await (await newBrowser()).newPage())
  await expect.poll(() => themeOf(phone)).toBe('dark')
  await expect(phone.getByRole('button', { name: 'Production', pressed: true })).toBeVisible()

  // There the sandbox is chosen by now; the first one stays where it is.
  await phone.getByRole('button', { name: 'Sandbox' }).click()
  await expect.poll(kept).toMatchObject({ environment: 'sandbox' })
  await page.reload()
  await expect(page.getByRole('button', { name: 'Production', pressed: true })).toBeVisible()
  await choose(page, 'System')
  await expect.poll(kept).toMatchObject({ theme: 'auto', environment: 'sandbox' })
})

test('XC-12 a project that was begun is there on another device, until it is given up', async ({
  page,
  newBrowser,
  signIn,
}) => {
  const words = `Begun ${Date.now()}`
  await signIn('developer')
  await page.goto('/projects?creating=project')
  const kept = page.waitForResponse(
    (answer) => answer.url().includes('/v1/drafts/') && answer.request().method() === 'PUT',
  )
  await page.getByRole('dialog').getByLabel('Description').fill(words)
  expect((await kept).ok()).toBe(true)

  const other = await signIn('developer', await (await newBrowser()).newPage())
  await other.goto('/projects?creating=project')
  const dialog = other.getByRole('dialog')
  await expect(dialog.getByText('Here is what you had begun')).toBeVisible()
  await expect(dialog.getByLabel('Description')).toHaveValue(words)
  const dropped = other.waitForResponse(
    (answer) => answer.url().includes('/v1/drafts/') && answer.request().method() === 'DELETE',
  )
  await dialog.getByRole('button', { name: 'Start over' }).click()
  await expect(dialog.getByLabel('Description')).toHaveValue('')
  expect((await dropped).ok()).toBe(true)
})
