/** TM-1..TM-5: somebody is invited, comes, rises, falls and goes, and access is reviewed and signed. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { codeOf, enterCode } from './authenticator.ts'
import type { Member } from './house.ts'
import { expect, test } from './journey.ts'
import { tabTo } from './keyboard.ts'
import { linkIn } from './mails.ts'

const dashboard = (page: Page) => page.getByRole('navigation', { name: 'Dashboard' })
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).last().click()

async function signIn(page: Page, { email, password, totpSecret }: Member): Promise<void> {
  await page.goto('/')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  if (totpSecret) await enterCode(page, totpSecret)
  await expect(dashboard(page)).toBeVisible()
}

/** Chooses an act of somebody's row. */
async function begin(page: Page, act: string, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

test('TM-1 TM-2 somebody is invited by keyboard, joins, changes their role under their eyes, and is out at once', async ({
  page,
  house,
  newBrowser,
}) => {
  test.slow()
  const tenant = house.tenantOf('team')
  const admin = tenant.members.find(({ role }) => role === 'admin')!
  const email = `grace-${Date.now()}@journey.example`
  const name = `Grace Hopper ${Date.now() % 10_000}`
  const theirs = await (await newBrowser()).newPage()
  const row = page.getByRole('row', { name })

  await test.step('TM-1 an invitation is sent without a mouse', async () => {
    await signIn(page, admin)
    await page.getByRole('link', { name: 'Team', exact: true }).click()
    await tabTo(page, 'Invite people')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('E-mail addresses')).toBeFocused()
    await page.keyboard.type(`Grace Hopper <${email}>`)
    await tabTo(page, 'Admin')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: 'Analyst' })).toBeChecked()
    await tabTo(page, 'Send 1 invitation')
    await page.keyboard.press('Enter')
    await expect(page.getByText('1 invitation sent', { exact: true })).toBeVisible()
    await expect(page.getByRole('row', { name: email }).getByText('Invited by')).toBeVisible()
  })

  await test.step('TM-1 the link of the mail lets them in, and the list follows', async () => {
    await theirs.goto(await linkIn(house, email, /invite/i))
    await theirs.getByLabel('Your name').fill(name)
    await theirs.getByLabel('New password').fill('four quiet words here')
    await theirs.getByRole('button', { name: `Join ${tenant.name}` }).click()
    await expect(dashboard(theirs)).toBeVisible()
    await expect(row.getByText('Active')).toBeVisible()
  })

  await test.step('TM-2 another role takes a second factor, and holds on their open page', async () => {
    await theirs.getByRole('link', { name: 'Team', exact: true }).click()
    await expect(dashboard(theirs).getByRole('link', { name: 'API keys' })).toHaveCount(0)
    await begin(page, 'Change role…', name)
    await page.getByRole('radio', { name: 'Developer' }).check({ force: true })
    await expect(page.getByRole('region', { name: 'Gained' })).toContainText('Issue and revoke')
    await expect(page.getByRole('region', { name: 'Lost' })).toContainText('See customer data')
    await press(page, 'Change role')
    const proof = page.getByRole('dialog', { name: 'Confirm that it is you' })
    await proof.getByLabel('Code', { exact: true }).fill(codeOf(admin.totpSecret!, 1))
    await expect(row.getByText('Developer')).toBeVisible()
    await expect(dashboard(theirs).getByRole('link', { name: 'API keys' })).toBeVisible()
  })

  await test.step('TM-5 why they may not is said by the check that decides', async () => {
    await page.getByRole('button', { name: `Open ${name}` }).press('Enter')
    const drawer = page.getByRole('dialog', { name })
    await drawer.getByRole('tab', { name: 'What may they do?' }).click()
    await drawer.getByRole('combobox').fill('team.remove')
    await page.getByRole('option', { name: /^team\.remove/ }).click()
    await expect(drawer.getByText(`No, ${name} may not do this`)).toBeVisible()
    await expect(drawer.getByText(/These roles do: Owner, Admin/)).toBeVisible()
    await drawer.getByRole('button', { name: 'Close' }).first().click()
  })

  await test.step('TM-2 who is suspended is out, and who is removed stays out', async () => {
    await begin(page, 'Suspend…', name)
    await press(page, 'Suspend')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(theirs.getByText('Your session has ended').first()).toBeVisible()
    await expect(row.getByText('Active')).toBeVisible()
    await begin(page, 'Remove…', name)
    await page.getByRole('dialog').getByRole('textbox').fill(name)
    await press(page, 'Remove member')
    await expect(row).toHaveCount(0)
  })
})

test('TM-5 access is reviewed by keyboard, signed, and taken away as a PDF', async ({
  page,
  house,
}) => {
  const tenant = house.tenantOf('team')
  await signIn(
    page,
    tenant.members.find(({ role }) => role === 'owner')!,
  )
  await page.goto('/team?tab=reviews')
  await page.getByRole('button', { name: 'Start review' }).first().click()
  await page.getByRole('radio', { name: 'All members and keys' }).check({ force: true })
  await press(page, 'Start review')
  const lines = page.getByRole('table', { name: /reviewed/ }).getByRole('row')
  await expect(lines.nth(1)).toBeVisible()
  const count = (await lines.count()) - 1

  await lines.nth(1).getByRole('button').first().focus()
  for (let line = 1; line <= count; line += 1) {
    await page.keyboard.press(line === 2 ? 'r' : 'k')
    await page.keyboard.press('ArrowDown')
  }
  await expect(page.getByText('Every line is decided.', { exact: false })).toBeVisible()
  await press(page, 'Sign…')
  await press(page, 'Sign review')
  await expect(page.getByText('Access review signed', { exact: true })).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Download PDF')])
  expect(file.suggestedFilename()).toMatch(/^access-review-.*\.pdf$/)
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
})
