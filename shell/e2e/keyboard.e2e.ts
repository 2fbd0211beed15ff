/** XC-6: every flow is done by keyboard alone, in the shell and in a partner's page. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { focusedIn, tabTo } from './keyboard.ts'

const refuse = () => Promise.reject(new Error('This journey has no pointer.'))

test.beforeEach(({ page }) => {
  page.mouse.click = refuse
  page.click = refuse
})

const press = (page: Page, ...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

/** Goes to something by Tab and presses it. */
async function use(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

async function signInByKeys(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto('/')
  await expect(page.getByLabel('E-mail')).toBeVisible()
  await tabTo(page, 'E-mail')
  await page.keyboard.type(email)
  await tabTo(page, 'Password')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Dashboard' })).toBeVisible()
}

/** Through the command menu, as whoever knows what it is called. */
async function command(page: Page, name: string) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type(name)
  // Right after the sign-in the pages are not known yet, and Enter takes what is offered.
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
}

async function goTo(page: Page, name: string) {
  await command(page, name)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('XC-6 XC-12 KY-1 KY-3 in the shell a key is issued, looked at and revoked', async ({
  page,
  house,
}) => {
  await signInByKeys(page, house.member('owner'))
  await goTo(page, 'API keys')
  const label = `Keyboard ${Date.now()}`

  await use(page, 'Issue key')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Label')).toBeFocused()
  await page.keyboard.type(label)
  await use(page, 'apps:read', 'Space')
  await use(page, 'Issue key')
  await use(page, 'I have copied the key', 'Space')
  await use(page, 'Done')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => focusedIn(page)).toContain('Issue key')

  // Others issue keys as well, and Tab stops at one row alone.
  await tabTo(page, 'Search keys')
  await page.keyboard.type(label)
  await expect(page.getByRole('table', { name: 'API keys' }).getByRole('row')).toHaveCount(2)
  await use(page, `Open ${label}`)
  await expect(page.getByRole('dialog', { name: label })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => focusedIn(page)).toContain(label)

  await use(page, `Actions for ${label}`)
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await press(page, 'End', 'Enter')
  await expect(page.getByRole('dialog', { name: `Revoke “${label}”?` })).toBeVisible()
  await use(page, 'Revoke key')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: label })).toContainText('Revoked')
  await expect.poll(() => focusedIn(page), 'the keyboard has a place to go on from').not.toBe('')
})

test('XC-6 LG-1 LG-2 in the shell requests are found, opened and walked through', async ({
  page,
  house,
}) => {
  await signInByKeys(page, house.member('developer'))
  // What hears the keys comes with the page.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await press(page, 'g', 'l')
  await expect(page.getByRole('heading', { level: 1, name: 'Logs' })).toBeVisible()
  const table = page.getByRole('table', { name: /Requests/ })
  await expect(table.getByRole('row').nth(3)).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.type('/v1/transactions')
  await expect(page).toHaveURL(/q=/)
  await expect(table.getByRole('row').nth(2)).toContainText('/v1/transactions')

  await tabTo(page, '/v1/transactions,')
  const first = await focusedIn(page)
  // Two requests of one second may be told by the same words.
  const place = await table.locator(':focus').elementHandle()
  const isThere = () => place?.evaluate((element) => element.matches(':focus'))
  await press(page, 'ArrowDown')
  await expect.poll(isThere).toBe(false)
  await press(page, 'ArrowUp')
  await expect.poll(isThere).toBe(true)
  await press(page, 'Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('Response headers')).toBeVisible()
  const id = () => new URL(page.url()).searchParams.get('entry')
  const opened = id()
  await press(page, 'j')
  await expect.poll(id).not.toBe(opened)
  await press(page, 'k')
  await expect.poll(id).toBe(opened)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect.poll(() => focusedIn(page)).toBe(first)
})

test('XC-6 PA-1 PA-2 in the shell a project and an app are made, and looked at alone', async ({
  page,
  house,
}) => {
  await signInByKeys(page, house.member('owner'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await press(page, 'g', 'p')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Projects/)
  const name = `By keys ${Date.now()}`

  await use(page, 'Create project')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { name })).toBeVisible()

  await use(page, `Create app in ${name}`)
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Till')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: /Till/ }).first()).toBeVisible()

  // It is kept for every browser of theirs after a pause, and others go beside this one. Whoever takes
  // it back within the pause has changed nothing, and nothing is sent.
  const keptAs = (projectId: RegExp) =>
    page.waitForResponse((answer) => projectId.test(answer.request().postData() ?? ''))
  const chosen = keptAs(/"projectId":"/)
  await command(page, name)
  await expect(page.getByRole('group', { name: 'Project' })).toContainText(name)
  expect((await chosen).ok()).toBe(true)
  await goTo(page, 'API keys')
  await expect(page.getByText('No keys yet')).toBeVisible()

  const kept = keptAs(/"projectId":null/)
  await command(page, 'Show all projects')
  await expect(page.getByRole('group', { name: 'Project' })).toContainText('All projects')
  expect((await kept).ok()).toBe(true)

  await use(page, 'Account of')
  await use(page, 'Sign out')
  await expect(page.getByLabel('E-mail')).toBeVisible()
})

test('XC-6 EM-3 in a partner’s page a key is looked at and revoked, and a request is opened', async ({
  page,
  house,
}) => {
  const label = `Portal keyboard ${Date.now()}`
  await house
    .api(house.app.apiKey)
    .keys.issue({ body: { appId: house.app.id, label, scopes: ['apps:read'] } })
  await page.goto(`${house.portalUrl}/keys`)
  await expect(page.getByRole('row', { name: label })).toBeVisible()
  const dialog = page.getByRole('dialog')

  await use(page, `Open ${label}`)
  await expect(page.getByRole('dialog', { name: label })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await use(page, `Actions for ${label}`)
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await press(page, 'End', 'Enter')
  await expect(dialog).toBeVisible()
  await use(page, 'Revoke key')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: label })).toContainText('Revoked')

  await page.goto(`${house.portalUrl}/logs`)
  await expect(page.getByRole('row').nth(2)).toBeVisible()
  await tabTo(page, '/v1/')
  const row = await focusedIn(page)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Response headers')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => focusedIn(page)).toBe(row)
})
