/** KY-1, KY-7, KY-8: a key in use is held to other bounds, narrowed to what it uses, and told what it is. */
import type { KeyAdvice } from '@sonaqor/contract/key-advice'
import type { Page } from '@playwright/test'
import { violationsOn } from './accessible.ts'
import type { House } from './house.ts'
import { expect, test } from './journey.ts'
import { tabTo } from './keyboard.ts'

test('KY-1 KY-7 KY-8 a key is edited, narrowed to what it uses, and checked, by keyboard', async ({
  page,
  house,
  signIn,
}) => {
  const label = `Cared ${Date.now()}`
  const key = await issuedBy(house, label)
  await tellAsAfterAMonth(page, key)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn('owner')
  await page.goto(`/keys?search=${encodeURIComponent(label)}`)
  const row = page.getByRole('row', { name: label })
  await expect(row.getByText('1 unused scope')).toBeVisible()

  await page.getByRole('button', { name: `Open ${label}` }).press('Enter')
  const drawer = page.getByRole('dialog', { name: label, exact: true })
  const facts = drawer.getByRole('definition')

  await test.step('held to other bounds; a list that shuts it out is refused at its field', async () => {
    await expect(drawer.getByText('1 of 2 scopes were not used for 30 days')).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await tabTo(page, 'Edit…')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: `Edit “${label}”` })
    await expect(dialog).toBeVisible()
    const addresses = dialog.getByLabel('Allowed addresses')
    await expect(dialog.getByLabel('Label')).toBeFocused()
    await tabTo(page, 'Allowed addresses')
    await expect(addresses).toBeFocused()
    await page.keyboard.type('198.51.100.0/24')
    await tabTo(page, 'Requests a minute')
    await page.keyboard.type('600')
    await pressSave(page)
    await expect(dialog.getByText(/which is not in this list/)).toBeVisible()
    await expect(addresses).toBeFocused()
    expect(await violationsOn(page)).toEqual([])
    await tabTo(page, 'Add its last address')
    await page.keyboard.press('Enter')
    await expect(addresses).toBeFocused()
    await pressSave(page)
    await expect(page.getByText(`“${label}” was changed`, { exact: true })).toBeVisible()
    await expect(facts.getByText('198.51.100.0/24')).toBeVisible()
    await expect(facts.getByText(/^600\b/)).toBeVisible()
  })
  expect(await statusOf(house, key, 'apps')).toBe(200)

  await test.step('narrowed to what it uses', async () => {
    // The drawer around it is a stop of the keyboard, too, and holds the same words.
    await drawer.getByRole('button', { name: 'Narrow to what it uses…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: `Narrow “${label}”?` })
    await expect(dialog.getByText(/are refused from the next request on$/)).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await tabTo(page, 'Narrow key')
    await page.keyboard.press('Enter')
    await expect(page.getByText(`“${label}” was narrowed`, { exact: true })).toBeVisible()
    await expect(drawer.getByText('All of its scopes were used in the last 30 days.')).toBeVisible()
    const history = drawer.getByRole('list', { name: 'History' })
    await expect(history.getByText(/^Changed by/)).toHaveCount(2)
  })
  expect(await statusOf(house, key, 'apps')).toBe(200)
  expect(await statusOf(house, key, 'keys')).toBe(403)

  await test.step('checked, and nothing of it is left', async () => {
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
    await expect(row.getByText('1 unused scope')).toHaveCount(0)
    await page.getByRole('button', { name: 'Check a key…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Check a key' })
    await expect(dialog.getByLabel('Pasted key')).toBeFocused()
    const sent = requestsWith(page, key.secret)
    await paste(page, `SONAQOR_API_KEY=${key.secret.slice(0, -1)}`)
    await expect(dialog.getByText(/mistyped or cut$/)).toBeVisible()
    expect(sent).toEqual([])
    await tabTo(page, 'Pasted key')
    await paste(page, `SONAQOR_API_KEY=${key.secret}`)
    await expect(dialog.getByText('A key of yours, and it works')).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    expect(sent).toEqual(['POST /v1/keys/check'])
    expect(await placesOf(page, key.secret)).toEqual([])
    await dialog.getByRole('button', { name: 'Open its details' }).press('Enter')
    await expect(drawer.getByText('All of its scopes were used in the last 30 days.')).toBeVisible()
    expect(page.url()).not.toContain(key.secret)
  })
  await page.unrouteAll({ behavior: 'wait' })
})

interface Issued {
  readonly id: string
  readonly secret: string
  readonly keys: ReturnType<House['api']>['keys']
}

/** It has two scopes, and uses one of them, from here. */
async function issuedBy(house: House, label: string): Promise<Issued> {
  const { email, password } = house.member('developer')
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  const { keys } = house.api(token)
  const scopes = ['apps:read' as const, 'keys:read' as const]
  const { id, secret } = await keys.issue({ body: { appId: house.app.id, label, scopes } })
  await house.api(secret).apps.list()
  const params = { id }
  await expect
    .poll(async () => {
      const [use] = (await keys.advice({ params })).scopes
      return [use?.requests, (await keys.show({ params })).lastUsedIp !== null]
    })
    .toEqual([1, true])
  return { id, secret, keys }
}

/** Nobody waits a month here: what is counted is told as it is then. The API's own test turns the clock. */
async function tellAsAfterAMonth(page: Page, { id, keys }: Issued): Promise<void> {
  await page.route(`**/v1/keys/${id}/advice`, async (route) => {
    const response = await route.fetch()
    const told = (await response.json()) as KeyAdvice
    const keep = told.scopes.filter(({ unused }) => !unused).map(({ scope }) => scope)
    const news =
      keep.length < told.scopes.length
        ? { because: 'some-unused', keep }
        : { because: 'all-used', keep: null }
    await route.fulfill({ response, json: { ...told, ...news } })
  })
  await page.route('**/v1/keys/advice?*', async (route) => {
    const response = await route.fetch()
    const { scopes } = await keys.show({ params: { id } })
    const hints = scopes.length > 1 ? [{ keyId: id, unused: 1, of: scopes.length }] : []
    await route.fulfill({ response, json: { ...(await response.json()), keys: hints } })
  })
}

/** Whether the key may ask for its apps, or for the keys beside it. */
async function statusOf({ url }: House, { secret }: Issued, area: string): Promise<number> {
  const headers = { authorization: `Bearer ${secret}` }
  return (await fetch(`${url}/v1/${area}`, { headers })).status
}

async function pressSave(page: Page): Promise<void> {
  await tabTo(page, 'Save changes')
  await page.keyboard.press('Enter')
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+V')
}

/** Each request of the page from now on that says the secret, wherever in it. */
function requestsWith(page: Page, secret: string): readonly string[] {
  const told: string[] = []
  page.on('request', (request) => {
    const said = [request.url(), request.postData(), ...Object.values(request.headers())]
    const { pathname } = new URL(request.url())
    if (said.some((part) => part?.includes(secret))) told.push(`${request.method()} ${pathname}`)
  })
  return told
}

/** Where in the browser the secret still is, shadow roots included. */
const placesOf = (page: Page, secret: string) =>
  page.evaluate((sought) => {
    const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? rootsIn(shadowRoot) : [],
      ),
    ]
    const roots = rootsIn(document)
    const fields = roots.flatMap((root) => [...root.querySelectorAll('input')])
    const places = {
      page: roots.map((root) => [...root.children].map((one) => one.outerHTML)).join(' '),
      fields: fields.map(({ value }) => value).join(' '),
      address: location.href,
      history: JSON.stringify(history.state),
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
    }
    return Object.entries(places).flatMap(([name, held]) => (held?.includes(sought) ? [name] : []))
  }, secret)
