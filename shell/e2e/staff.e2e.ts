/** The staff plane: Sonaqor asks, a tenant lets it look, reads what was read, and ends it. */
import type { Page } from '@playwright/test'
import { codeOf } from './authenticator.ts'
import type { House } from './house.ts'
import { expect, test } from './journey.ts'
import { foundStaff, type StaffPerson } from './staff-person.ts'

const minuteMs = 60_000
/** That somebody new sets by their link. */
const chosen = 'lemon tugboat quiver anthem'

test.use({ actionTimeout: 15_000 })

async function sayPassword(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The first sign-in of somebody of the staff: without a second factor they come no further. */
async function comeToWork(page: Page, house: House, person: StaffPerson): Promise<void> {
  await page.goto(person.link)
  await page.getByLabel('New password').fill(chosen)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${house.staffUrl}/staff`)
  await sayPassword(page, { ...person, password: chosen })
  await expect(page.getByText('Set one up to go on', { exact: false })).toBeVisible()
  await page.getByLabel('Password').fill(chosen)
  await page.getByRole('button', { name: 'Continue' }).click()
  const secret = await page.locator('.sq-scan-words code').innerText()
  await page.getByLabel('First code').fill(codeOf(secret.replaceAll(/\s/g, '')))
  await page.getByLabel('I have kept them').check()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('tab', { name: 'Looks' })).toBeVisible()
}

test('XC-3 Sonaqor looks into a tenant while it lets it, and not a request longer', async ({
  newBrowser,
  house,
}) => {
  test.setTimeout(3 * minuteMs)
  const { tenant } = house
  const reason = `Webhooks arrive twice (${Date.now()})`
  const [atSonaqor, atTenant] = [await newBrowser(), await newBrowser()]
  const staff = await atSonaqor.newPage()
  await comeToWork(staff, house, await foundStaff('Sam Support', house.staffUrl))

  await staff.getByRole('tab', { name: 'Tenants' }).click()
  await staff.getByLabel('Find a tenant by name or id').fill(tenant.id)
  await staff.getByRole('button', { name: 'Find', exact: true }).click()
  const look = staff.getByRole('button', { name: 'Ask for a look…' })
  await expect(look).toHaveCount(1)
  await look.click()
  await staff.getByLabel('Reason').fill(reason)
  await staff.getByRole('button', { name: 'Ask', exact: true }).click()
  const asked = staff.getByRole('listitem').filter({ hasText: reason })
  await expect(asked.getByText('Waiting')).toBeVisible()

  const owner = await atTenant.newPage()
  await owner.goto('/support-access')
  await sayPassword(owner, house.member('owner'))
  const request = owner.getByRole('listitem').filter({ hasText: reason })
  await request.getByRole('button', { name: 'Allow…' }).click()
  await owner.getByLabel('For how long').selectOption('30')
  await owner.getByRole('button', { name: 'Allow', exact: true }).click()
  const now = owner.getByRole('region', { name: 'Looking now' })
  await expect(now.getByText(reason)).toBeVisible()

  await asked.getByRole('button', { name: 'Look in' }).click()
  await expect(staff.getByText(`You look into ${tenant.name}`, { exact: false })).toBeVisible()
  // Modules are drawn at the tenants' origin, where no cookie of staff ever comes.
  const inside = staff.frameLocator(`iframe[src="${house.url}/look"]`)
  await inside.getByRole('tab', { name: 'API keys' }).click()
  await expect(inside.getByRole('table')).toBeVisible()
  await expect(inside.getByRole('button', { name: 'Issue key' })).toHaveCount(0)
  const cookies = await atSonaqor.cookies([house.url, house.staffUrl])
  expect(cookies.map(({ name, domain }) => [name, domain])).toEqual([
    ['__Host-sonaqor-staff', new URL(house.staffUrl).hostname],
  ])

  await request.getByRole('button', { name: 'What was read' }).click()
  await expect(
    owner.getByRole('dialog').getByText('/v1/keys', { exact: false }).first(),
  ).toBeVisible()
  await owner.keyboard.press('Escape')
  await request.getByRole('button', { name: 'End now' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'End now' }).click()
  await expect(now.getByText(reason)).toHaveCount(0)

  await inside.getByRole('tab', { name: 'Logs' }).click()
  await expect(
    staff.getByText(`The look into ${tenant.name} is over`, { exact: true }),
  ).toBeVisible()
})

test.describe('where the cookie of staff is', () => {
  // A script of a release is asked for on purpose, and the page refuses to make its address one.
  test.use({ provokes: /trusted-types|script-src|violates/ })

  test('XC-3 the console is at the origin of staff, and nowhere else', async ({ page, house }) => {
    const answer = await page.goto(`${house.url}/staff`)
    expect(answer?.status()).toBe(404)
    await page.goto(house.staffUrl)
    await expect(page).toHaveURL(`${house.staffUrl}/staff`)
    await expect(page.getByRole('heading', { level: 1, name: 'Sonaqor staff' })).toBeVisible()
    // Where the cookie is, a script of a module's release does not run, and nothing of tenants is read.
    const [release] = house.modules
    const isRun = await page.evaluate(
      async (src) => {
        const script = document.createElement('script')
        const policy = Reflect.get(window, 'trustedTypes')
        return new Promise((resolve) => {
          script.addEventListener('load', () => resolve('run'))
          script.addEventListener('error', () => resolve('refused'))
          try {
            script.src = policy
              ? policy.createPolicy('sonaqor', { createScriptURL: String }).createScriptURL(src)
              : src
          } catch {
            resolve('refused')
          }
          document.head.append(script)
        })
      },
      `${house.url}${new URL(release!.baseUrl, house.url).pathname}remote.js`,
    )
    expect(isRun).toBe('refused')
  })
})
