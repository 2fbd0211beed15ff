/** PA-1, PA-2, PA-4, PA-5: an app from its making to its end and back, as one person goes through it. */
import type { Page } from '@playwright/test'
import type { Environment } from '@sonaqor/contract/access'
import { violationsOn } from './accessible.ts'
import type { House } from './house.ts'
import { expect, test } from './journey.ts'
import { secretIn } from './keys.ts'

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()
const openTab = (page: Page, name: string) => page.getByRole('tab', { name }).click()

let count = 0
const nameOf = (what: string) => `${what} ${Date.now().toString(36)}${(count += 1)}`

/** Creates an app of its own in the first project, and goes to its page. */
async function createApp(page: Page, environment: Environment): Promise<string> {
  const name = nameOf('Kiosk')
  await page.goto('/projects')
  await press(page, /^Create app in/)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  const title = environment === 'sandbox' ? 'Sandbox' : 'Production'
  await dialog.getByText(title, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Create app' }).click()
  await page.getByRole('row', { name }).first().click()
  await press(page, 'Open app page')
  await expect(main(page).getByRole('heading', { level: 1, name })).toBeVisible()
  return name
}

/** Issues a key in the tab of the app, where there is no other app to choose. */
async function issueKey(page: Page, app: string): Promise<string> {
  await openTab(page, 'Keys')
  await press(page, 'Issue key')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Label').fill(`Key of ${app}`)
  await expect(dialog.getByLabel('App', { exact: true }).getByRole('option')).toHaveCount(1)
  await expect(dialog.getByRole('option', { name: app })).toBeAttached()
  await dialog.getByRole('checkbox', { name: 'apps:read' }).check()
  await dialog.getByRole('button', { name: 'Issue key' }).click()
  const secret = await secretIn(page)
  await page.getByRole('checkbox', { name: /copied/ }).check()
  await press(page, 'Done')
  await expect(page.getByRole('row', { name: `Key of ${app}` })).toBeVisible()
  return secret
}

/** What a server hears that calls with the key: the apps that it sees, or the refusal. */
async function callWith({ url }: House, secret: string) {
  const answer = await fetch(`${url}/v1/apps`, { headers: { authorization: `Bearer ${secret}` } })
  const { data } = (await answer.json()) as { data?: readonly { readonly name: string }[] }
  return { status: answer.status, apps: data?.map(({ name }) => name) }
}

test('PA-4 the keys of an app are issued on its page, for it alone, and a link leads back there', async ({
  page,
  house,
  signIn,
}) => {
  await signIn('developer')
  const app = await createApp(page, 'production')
  const secret = await issueKey(page, app)
  expect(secret).toMatch(/^sq_live_/)
  expect(await callWith(house, secret)).toEqual({ status: 200, apps: [app] })
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveCount(1)
  expect(await violationsOn(page)).toEqual([])

  await page.getByRole('combobox', { name: 'State' }).selectOption('Active')
  await expect(page).toHaveURL(/\/projects\/app\?.*tab=keys.*keys\.state=active/)
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Keys', selected: true })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('active')
  await expect(
    page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'Projects' }),
  ).toHaveAttribute('aria-current', 'page')

  await press(page, `Actions for Key of ${app}`)
  await page.getByRole('menuitem', { name: 'Show requests' }).click()
  await expect(page.getByRole('tab', { name: 'Logs', selected: true })).toBeVisible()
  await expect(main(page).getByRole('row').nth(1)).toContainText('/v1/apps')
})

test('PA-2 a list of addresses that shuts a key out says so before, and the check says why', async ({
  page,
  house,
  signIn,
}) => {
  await signIn('developer')
  const app = await createApp(page, 'sandbox')
  const secret = await issueKey(page, app)
  expect((await callWith(house, secret)).status).toBe(200)

  await openTab(page, 'Settings')
  await page.getByLabel('IP allowlist').fill('203.0.113.0/24')
  await press(page, 'Save changes')
  await expect(main(page).getByText(/would be refused$/)).toBeVisible()
  expect((await callWith(house, secret)).status).toBe(200)
  await press(page, 'Save without my address')
  await expect(main(page).getByText(/are refused now$/)).toBeVisible()
  expect((await callWith(house, secret)).status).toBe(403)

  await openTab(page, 'Overview')
  const check = page.getByRole('region', { name: 'Would this address pass?' })
  await expect(check.getByText('no range of the allowlist covers it')).toBeVisible()
  await check.getByLabel('IP address').fill('203.0.113.9')
  await press(page, 'Check address')
  await expect(check.getByText('is accepted by the range 203.0.113.0/24')).toBeVisible()

  await openTab(page, 'Settings')
  await page.getByLabel('IP allowlist').fill('10.0.0.300/8')
  await press(page, 'Save changes')
  await expect(page.getByText('Not an IP address or CIDR range: 10.0.0.300/8')).toBeVisible()
  await expect(page.getByText(/would be refused$/)).toBeHidden()
  await page.getByLabel('IP allowlist').fill('203.0.113.0/24\n127.0.0.0/8\n::1')
  await press(page, 'Save changes')
  // The word of the first saving may stand there still.
  await expect.poll(async () => (await callWith(house, secret)).status).toBe(200)
})

test('PA-1 an app that ends production keys goes by its name, and comes back with them', async ({
  page,
  house,
  signIn,
}) => {
  await signIn('admin')
  const app = await createApp(page, 'production')
  const secret = await issueKey(page, app)
  await press(page, 'Delete…')
  const dialog = page.getByRole('dialog', { name: `Delete “${app}”?` })
  await expect(dialog.getByText('1 active API key, 1 of them in production')).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete app' }).click()
  await expect(dialog.getByText('That is not its name.')).toBeVisible()
  expect((await callWith(house, secret)).status).toBe(200)
  await dialog.getByRole('textbox').fill(app)
  await dialog.getByRole('button', { name: 'Delete app' }).click()
  await expect(page.getByText('This app has been deleted')).toBeVisible()
  expect((await callWith(house, secret)).status).toBe(401)

  await press(page, 'All projects and apps')
  await press(page, 'Deleted')
  const gone = page.getByRole('dialog', { name: 'Deleted' })
  await expect(gone.getByRole('listitem').filter({ hasText: app })).toContainText('in 7 days')
  expect(await violationsOn(page)).toEqual([])
  await gone.getByRole('button', { name: `Restore ${app}` }).click()
  await expect(page.getByText(`${app} restored`).first()).toBeVisible()
  expect((await callWith(house, secret)).status).toBe(200)
})

test('PA-5 what was tried in the sandbox is brought into production, and taken back', async ({
  page,
  house,
  signIn,
}) => {
  const token = page
    .waitForRequest((request) => request.headers()['authorization'] !== undefined)
    .then((request) => request.headers()['authorization']!.replace('Bearer ', ''))
  await signIn('developer')
  const api = house.api(await token)
  const project = await api.projects.create({ body: { name: nameOf('Pair') } })
  const appIn = (environment: Environment) =>
    api.apps.create({ body: { projectId: project.id, name: 'Till', environment } })
  const [tried, live] = [await appIn('sandbox'), await appIn('production')]
  await api.apps.update({
    params: { id: tried.id },
    body: { ipAllowlist: ['203.0.113.0/24'] },
    ifMatch: tried.revision,
  })
  const listOfLive = async () => (await api.apps.show({ params: { id: live.id } })).ipAllowlist

  await page.goto('/projects')
  await press(page, `Actions for ${project.name}`)
  await page.getByRole('menuitem', { name: 'Compare environments…' }).click()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('checkbox', { name: /^IP allowlist/ }).check()
  await press(page, 'Preview 1 setting')
  await expect(page.getByText('Till (Production) will change as follows')).toBeVisible()
  await expect(page.getByText(/^Keys used at your own address .* would be refused$/)).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  expect(await listOfLive()).toEqual([])
  await press(page, 'Promote without my address')
  await expect(page.getByText('1 setting promoted to Till (Production)')).toBeVisible()
  expect(await listOfLive()).toEqual(['203.0.113.0/24'])
  await press(page, 'Undo')
  await expect(page.getByText(/has its settings of before again/)).toBeVisible()
  expect(await listOfLive()).toEqual([])
})
