/** XC-2: what a role does not allow is not offered, and is refused to whoever asks all the same. */
import { roles, scopesOf, type Role } from '@sonaqor/contract/access'
import type { Client } from '@sonaqor/contract/client'
import { expect, test } from './journey.ts'

/** A call for each thing that a screen of this house does. */
const acts: Readonly<Record<string, (api: Client) => Promise<unknown>>> = {
  'projects:read': (api) => api.projects.list(),
  'projects:write': (api) => api.projects.create({ body: { name: 'x' }, idempotencyKey: 'roles' }),
  'apps:read': (api) => api.apps.list(),
  'keys:read': (api) => api.keys.list(),
  'keys:write': (api) =>
    api.keys.revoke({ params: { id: '00000000-0000-7000-8000-000000000000' } }),
  'logs:read': (api) => api.logs.search(),
  'audit:read': (api) => api.audit.search(),
}

for (const role of roles) {
  test(`XC-2 ${article(role)} sees what the scopes allow, and the server refuses the rest`, async ({
    page,
    house,
    signIn,
  }) => {
    const token = page
      .waitForRequest((request) => request.headers()['authorization'] !== undefined)
      .then((request) => request.headers()['authorization']!.replace('Bearer ', ''))
    await signIn(role)
    const held = new Set<string>(scopesOf(role))
    const pages = house.modules
      .flatMap(({ manifest: { nav, views } }) =>
        nav
          .filter(({ under }) => !under)
          .map(({ view, title, path, order }) => ({
            title,
            path,
            order,
            needs: views.find(({ name }) => name === view)!.scopes,
          })),
      )
      .toSorted((one, other) => one.order - other.order)
    const allowed = pages.filter(({ needs }) => needs.every((scope) => held.has(scope)))
    const denied = pages.filter((item) => !allowed.includes(item))

    const nav = page.getByRole('navigation', { name: 'Dashboard' })
    await expect(nav.getByRole('link')).toHaveText(allowed.map(({ title }) => title))
    for (const { title } of allowed) {
      await nav.getByRole('link', { name: title, exact: true }).click()
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main').getByText('You need permission')).toHaveCount(0)
    }
    for (const { path, needs } of denied) {
      await page.goto(path)
      await expect(page.getByRole('main').getByText(needs[0]!)).toBeVisible()
      await expect(page.getByRole('main').getByRole('table')).toHaveCount(0)
    }

    const api = house.api(await token)
    for (const [scope, act] of Object.entries(acts)) {
      const refusal = await act(api).then(
        () => undefined,
        ({ problem }) => (problem.status === 403 ? problem.scope : undefined),
      )
      expect({ scope, refusal }).toEqual({ scope, refusal: held.has(scope) ? undefined : scope })
    }
  })
}

test('the sign-in page offers everybody of the demo with one press', async ({ page, house }) => {
  await page.goto('/')
  await expect(
    page.getByRole('button', { name: /, (owner|admin|developer|analyst|viewer)$/ }),
  ).toHaveCount(20)
  await page
    .getByRole('group', { name: house.tenant.name })
    .getByRole('button', { name: /, owner$/ })
    .click()
  await expect(page.getByRole('banner').getByText(house.tenant.name, { exact: true })).toBeVisible()
})

test('XC-1 a wrong password says no more than that', async ({ page, house }) => {
  await page.goto('/')
  for (const email of ['nobody@nowhere.example', house.member('viewer').email]) {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('E-mail and password do not fit')
    await expect(page.getByRole('navigation', { name: 'Dashboard' })).toHaveCount(0)
  }
})

function article(role: Role): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`
}
