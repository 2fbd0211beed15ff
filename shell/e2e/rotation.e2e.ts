/** KY-3, KY-8: a key gets a new secret, both work, and the old one ends once nobody needs it. */
import type { Page } from '@playwright/test'
import type { House } from './house.ts'
import { expect, test } from './journey.ts'
import { focusedIn, tabTo } from './keyboard.ts'
import { actOn, framedForm, secretIn } from './keys.ts'
import { heardBy, spyOn } from './spy.ts'

test('KY-3 KY-8 a key is rotated by keyboard, its old secret is watched and ended', async ({
  page,
  house,
  signIn,
}) => {
  const label = `Turns ${Date.now()}`
  const old = await issuedBy(house, label)
  await signIn('owner')
  await page.goto(`/keys?search=${encodeURIComponent(label)}`)
  await expect(page.getByRole('row', { name: label })).toBeVisible()

  const secret = await test.step('rotated with a day for both', async () => {
    await tabTo(page, `Actions for ${label}`)
    await page.keyboard.press('Enter')
    await chooseInMenu(page, 'Rotate…')
    await expect(page.getByRole('radio', { name: /^24 hours/ })).toBeChecked()
    await tabTo(page, 'Rotate key')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Key rotated')).toBeVisible()
    const shown = await secretIn(page)
    await tabTo(page, 'I have copied the key')
    await page.keyboard.press('Space')
    await tabTo(page, 'Done')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(await focusedIn(page)).toContain(`Actions for ${label}`)
    return shown
  })
  await expect(page.getByRole('row', { name: label }).getByText('Rotating')).toBeVisible()
  expect([await statusOf(house, old), await statusOf(house, secret)]).toEqual([200, 200])

  await test.step('who uses the old one is seen, and it is ended', async () => {
    await page.getByRole('button', { name: `Open ${label}` }).press('Enter')
    const drawer = page.getByRole('dialog', { name: label })
    await expect(drawer.getByText('Not safe to end yet')).toBeVisible()
    const users = drawer.getByRole('table', { name: 'Who still uses the old secret' })
    await expect(users.getByText('GET /v1/apps', { exact: true })).toBeVisible({ timeout: 15_000 })
    await expect(users.getByText('journey/1', { exact: true })).toBeVisible()
    // The drawer around it is a stop of the keyboard, too, and holds the same words.
    await drawer.getByRole('button', { name: 'End the old secret now…' }).press('Enter')
    const question = page.getByRole('dialog', { name: `End the old secret of “${label}”?` })
    await expect(question.getByText('journey/1')).toBeVisible()
    await tabTo(page, 'End old secret')
    await page.keyboard.press('Enter')
    const said = `The old secret of “${label}” has ended`
    await expect(page.getByText(said, { exact: true })).toBeVisible()
    await expect(drawer.getByText('Not safe to end yet')).toHaveCount(0)
  })
  expect([await statusOf(house, old), await statusOf(house, secret)]).toEqual([401, 200])
})

test('EM-4 KY-3 a key rotated in the portal: its new secret never enters the page, and both work', async ({
  page,
  house,
}) => {
  const label = `Turns there ${Date.now()}`
  const old = await issuedBy(house, label)
  await spyOn(page)
  await page.goto(`${house.portalUrl}/keys?search=${encodeURIComponent(label)}`)
  await actOn(page, label, 'Rotate…')
  const form = await framedForm(page)
  await form.getByRole('button', { name: 'Rotate key' }).click()
  const secret = await secretIn(form)
  expect(secret).not.toBe(old)

  const unseen = async () => {
    const { heard, seen } = await heardBy(page)
    expect(heard).toContain('started')
    expect(heard + seen).not.toContain(secret)
    expect(heard + seen).not.toContain(secret.slice(12))
  }
  await test.step('nothing of the page has it while it is shown', unseen)
  await form.getByRole('checkbox', { name: /copied/ }).check()
  await form.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('row', { name: label }).getByText('Rotating')).toBeVisible()
  await test.step('nor after it, when the page reads its keys anew', unseen)
  expect([await statusOf(house, old), await statusOf(house, secret)]).toEqual([200, 200])
})

async function issuedBy(house: House, label: string): Promise<string> {
  const { email, password } = house.member('developer')
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  const { secret } = await house
    .api(token)
    .keys.issue({ body: { appId: house.app.id, label, scopes: ['apps:read'] } })
  return secret
}

async function statusOf({ url }: House, secret: string): Promise<number> {
  const headers = { authorization: `Bearer ${secret}`, 'user-agent': 'journey/1' }
  return (await fetch(`${url}/v1/apps`, { headers })).status
}

async function chooseInMenu(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('menuitem', { name })).toBeVisible()
  for (let presses = 0; presses < 6; presses += 1) {
    if ((await focusedIn(page)).includes(name)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}
