/** WH-1, WH-4, WH-5, WH-9, LG-6: what happens reaches somebody's receiver, alike in the dashboard and in a partner's page. */
import type { FrameLocator, Page } from '@playwright/test'
import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import { bytesOf, downloadsOf, linesIn } from './downloads.ts'
import type { House } from './house.ts'
import { expect, test } from './journey.ts'
import { framedForm } from './keys.ts'
import { openReceiver, type Receiver } from './receiver.ts'

let receiver: Receiver
test.beforeEach(async () => {
  receiver = await openReceiver()
})
test.afterEach(() => receiver.close())

const places = [
  { place: 'the dashboard', isFramed: false },
  { place: 'a partner’s page', isFramed: true },
] as const

for (const { place, isFramed } of places) {
  test(`WH-1 WH-5 WH-9 in ${place} an endpoint is added and tried, hears what happens, and gets what it missed`, async ({
    page,
    house,
    signIn,
  }) => {
    if (!isFramed) await signIn('developer')
    await page.goto(isFramed ? `${house.portalUrl}/webhooks` : '/webhooks')
    const label = `Journey ${place} ${Date.now()}`

    await test.step('added, with its secret', async () => {
      await page.getByRole('button', { name: 'Add endpoint' }).first().click()
      const form = isFramed ? await framedForm(page) : page
      const dialog = isFramed ? form : page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: 'URL' }).fill(receiver.url)
      await dialog.getByRole('textbox', { name: /^Label/ }).fill(label)
      if (!isFramed) {
        await dialog
          .getByLabel('App', { exact: true })
          .selectOption({ label: `${house.app.name} (sandbox)` })
      }
      // Of all that happens beside it, it hears of its own.
      await dialog.getByRole('button', { name: 'More settings' }).click()
      for (const [nth, [path, value]] of [
        ['type', 'keys.issued'],
        ['data.label', label],
      ].entries()) {
        await dialog.getByRole('button', { name: 'Add condition' }).click()
        await dialog.getByLabel(`Place of condition ${nth + 1}`).fill(path!)
        await dialog.getByLabel(`Value of condition ${nth + 1}`).fill(value!)
      }
      await dialog.getByRole('button', { name: 'Add endpoint' }).click()
      receiver.secret = await webhookSecretIn(form)
      await form.getByRole('button', { name: 'Done' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.getByRole('row', { name: label })).toBeVisible()
    })

    await test.step('tried out: the answer and the signature are shown', async () => {
      await act(page, label, 'Send a test')
      await page.getByRole('tabpanel').getByRole('button', { name: 'Send a test' }).click()
      await expect(page.getByText('The endpoint took it')).toBeVisible()
      await expect(page.getByText('The signature, step by step')).toBeVisible()
      expect(receiver.taken).toHaveLength(1)
    })

    await test.step('what happens reaches it, and stands among its deliveries', async () => {
      await happen(house, label, 1)
      await expect.poll(heard, { timeout: 15_000 }).toHaveLength(1)
      await page.getByRole('tab', { name: 'Deliveries' }).click()
      const row = page.getByRole('row', { name: /^keys\.issued, Delivered/ })
      await expect(row).toHaveCount(1)
      await row.click()
      const card = page.getByRole('dialog').last()
      await expect(card.getByText('Headers sent').first()).toBeVisible()
      await expect(card.getByText('Delivered, 200').first()).toBeVisible()
      await closeAll(page)
    })

    await test.step('while it is paused all is kept, and a replay says first what it would send', async () => {
      await act(page, label, 'Pause')
      await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible()
      await happen(house, label, 2)
      await act(page, label, 'Resume')
      await expect(page.getByText('Active', { exact: true }).first()).toBeVisible()
      await expect(async () => {
        await act(page, label, 'Replay a range…')
        await page.getByRole('button', { name: 'Show what would be sent' }).click()
        await expect(page.getByText('2 deliveries would be sent')).toBeVisible({ timeout: 2000 })
      }).toPass({ timeout: 20_000 })
      await page.getByRole('button', { name: 'Send 2 deliveries' }).click()
      await expect.poll(heard, { timeout: 15_000 }).toHaveLength(3)
      expect(new Set(heard().map(({ id }) => id)).size).toBe(3)
      await closeAll(page)
    })

    await test.step('what the list of its deliveries shows is taken away, row by row', async () => {
      await page.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Delivered' })
      await expect(page.getByRole('row', { name: /^keys\.issued, Delivered/ })).toHaveCount(3)
      // A key that is held to its app does not hear of what the test speaks of, in a list or in a file.
      const rows = page.getByRole('row', { name: /, Delivered/ })
      const listed = await rows.locator('code').allInnerTexts()
      const taken = downloadsOf(page)
      await page.getByRole('button', { name: 'Export…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Export deliveries' })
      await dialog.getByText('NDJSON', { exact: true }).click()
      await dialog.getByRole('button', { name: 'Start export' }).click()
      await dialog.getByRole('button', { name: /^Download deliveries-/ }).click({ timeout: 60_000 })
      await expect.poll(() => taken.length).toBe(1)
      const lines = linesIn<Delivery>(await bytesOf(taken[0]!))
      expect(lines.map(({ eventType }) => eventType)).toEqual(listed)
      expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['delivered']))
      expect(new Set(lines.map(({ endpointId }) => endpointId)).size).toBe(1)
      await closeAll(page)
    })

    await test.step('deleted, it hears of nothing more', async () => {
      await act(page, label, 'Delete…')
      const question = page.getByRole('dialog')
      await question.getByRole('button', { name: /^Delete/ }).click()
      await expect(page.getByRole('row', { name: label })).toHaveCount(0)
    })
    expect(receiver.refused).toEqual([])
  })
}

/** All but the test. */
const heard = () => receiver.taken.slice(1)

async function webhookSecretIn(place: Page | FrameLocator): Promise<string> {
  await place.getByRole('button', { name: 'Show', exact: true }).click()
  const shown = place.getByText(/^whsec_[+/=\w]+$/)
  await expect(shown).toBeVisible()
  return (await shown.innerText()).trim()
}

async function act(page: Page, label: string, name: string): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: `Actions for ${label}` }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

/** However many lie above one another. */
async function closeAll(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 500 })
  }).toPass()
}

/** Issues keys, of which each is an event. */
async function happen(house: House, label: string, count: number): Promise<void> {
  const { email, password } = house.member('developer')
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  for (let nth = 0; nth < count; nth += 1) {
    await house.api(token).keys.issue({
      body: { appId: house.app.id, label, scopes: ['apps:read'] },
    })
  }
}
