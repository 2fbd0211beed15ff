/** XC-12 XC-13: what happens is told where one is, and only as one wants to hear of it. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import type { House } from './house.ts'
import { askToRevoke } from './keys.ts'

const bell = (page: Page) =>
  page.getByRole('banner').getByRole('button', { name: /^Notifications/ })

/** How many the bell counts as unread. */
async function unreadOn(page: Page): Promise<number> {
  const name = (await bell(page).textContent()) ?? ''
  return Number(/, (\d+) unread/.exec(name)?.[1] ?? 0)
}

test('XC-13 a key that is revoked rings a bell elsewhere, is read there, and mails as one wants', async ({
  page,
  newBrowser,
  house,
  signIn,
}) => {
  const [first, second] = [`Bell ${Date.now()}`, `Quiet ${Date.now()}`]
  await issueInProduction(house, [first, second])
  const owner = await signIn('owner', await (await newBrowser()).newPage())
  await expect(bell(owner)).toBeVisible()
  await markOpen(owner)

  // Ending a key of the real world takes a second factor, which an admin has shown just now.
  await signIn('admin')
  await page.goto('/keys?environment=production')
  await expect(page.getByRole('row', { name: first })).toBeVisible()

  await test.step('the bell counts it without the page being loaded anew', async () => {
    await expect.poll(() => unreadOn(owner)).toBeGreaterThan(0)
    const before = await unreadOn(owner)
    await revokeInProduction(page, first)
    await expect.poll(() => unreadOn(owner)).toBeGreaterThan(before)
    expect(await isStillOpen(owner)).toBe(true)
  })

  const tab = await owner.context().newPage()
  await tab.goto('/account/notifications')
  await expect(tab.getByRole('link', { name: `API key revoked: ${first}` })).toBeVisible()
  const of = (each: Page) => each.getByRole('listitem').filter({ hasText: `revoked: ${first}` })
  const unread = /^Mark as read/
  await expect(of(tab).getByRole('button', { name: unread })).toBeVisible()

  await test.step('it is opened there, leads to its key, and is read in every tab', async () => {
    await bell(owner).click()
    const panel = owner.getByRole('region', { name: 'Notifications' })
    await panel.getByRole('link', { name: `API key revoked: ${first}` }).click()
    await expect(owner).toHaveURL(/\/keys\?.*environment=production/)
    await expect(owner.getByRole('dialog', { name: first })).toBeVisible()
    // As it was, for the journeys beside this one: it leads into production, and that is kept.
    await owner.keyboard.press('Escape')
    await expect(owner.getByRole('dialog')).toHaveCount(0)
    await owner.getByRole('button', { name: 'Sandbox' }).click()
    await expect(owner).toHaveURL(/environment=sandbox/)
    await expect(panel).toBeHidden()
    await expect(of(tab)).toBeVisible()
    await expect(of(tab).getByRole('button', { name: unread })).toHaveCount(0)
    const counts = async () => [await unreadOn(owner), await unreadOn(tab)] as const
    await expect.poll(async () => new Set(await counts()).size).toBe(1)
  })

  await test.step('whoever wants no mail of it gets none for the next one', async () => {
    await tab.getByRole('tab', { name: 'What you hear of' }).click()
    const way = tab.getByRole('switch', { name: 'An API key for production was revoked: e-mail' })
    await way.click()
    await expect(tab.getByText(/^No longer by e-mail/).first()).toBeVisible()
    await tab.reload()
    await expect(way).not.toBeChecked()

    await revokeInProduction(page, second)
    await expect.poll(() => mailsOf(house)).toContain(`API key revoked: ${first}`)
    await tab.getByRole('tab', { name: /^Inbox/ }).click()
    await expect(tab.getByRole('link', { name: `API key revoked: ${second}` })).toBeVisible()
    await tab.getByRole('tab', { name: 'Delivery log' }).click()
    await expect(tab.getByRole('table')).toBeVisible()
    expect(await mailsOf(house)).not.toContain(`API key revoked: ${second}`)
    // As it was, for the journeys beside this one.
    await tab.getByRole('tab', { name: 'What you hear of' }).click()
    await way.click()
    await expect(tab.getByText(/^From now on by e-mail/).first()).toBeVisible()
  })
})

/** Keys of the real world: of those alone people hear. */
async function issueInProduction(house: House, labels: readonly string[]): Promise<void> {
  const { email, password } = house.member('developer')
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  const app = house.tenant.apps.find(({ environment }) => environment === 'production')!
  for (const label of labels) {
    // One after another, so that they are told in this order.
    await house.api(token).keys.issue({ body: { label, appId: app.id, scopes: ['apps:read'] } })
  }
}

/** Whoever ends a key of the real world writes down which. */
async function revokeInProduction(page: Page, label: string): Promise<void> {
  const dialog = await askToRevoke(page, label)
  await dialog.getByRole('textbox').fill(label)
  await dialog.getByRole('button', { name: 'Revoke key' }).click()
  await expect(dialog).toHaveCount(0)
}

/** The subjects of all mails to the owner. */
async function mailsOf(house: House): Promise<readonly string[]> {
  const to = encodeURIComponent(house.member('owner').email)
  const answer = await fetch(`${house.url}/dev/inbox.json?to=${to}`)
  const { mails } = (await answer.json()) as { mails: { subject: string }[] }
  return mails.map(({ subject }) => subject)
}

/** A page that is loaded anew forgets the mark. */
const markOpen = (page: Page) => page.evaluate(() => Reflect.set(window, 'opened', true))
const isStillOpen = (page: Page) => page.evaluate(() => Reflect.get(window, 'opened') === true)
