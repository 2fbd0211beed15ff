/** EM-1: our views in pages of every kind, each by its own means; they are all the same to the reader. */
import type { Page } from '@playwright/test'
import { framedForm, secretIn } from './keys.ts'
import { expect, heardBy, keysTable, leftovers, tell, test } from './on-host.ts'

const pages = [
  ['plain', 'a page without a framework'],
  ['react-18', 'React 18 under strict mode'],
  ['react-19', 'React 19 under strict mode'],
  ['vue', 'Vue'],
  ['angular', 'Angular'],
  ['federated', 'a page that runs federation itself'],
  ['server', 'a page that a server has drawn'],
] as const

for (const [name, title] of pages) {
  test(`EM-1 EM-3 EM-9 ${title}: seen, used, heard, dressed anew, and gone without a trace`, async ({
    visit,
  }) => {
    const page = await visit(name)

    await test.step('its events arrive, once each', async () => {
      await expect.poll(async () => (await heardBy(page, 'ready')).length).toBe(1)
      expect(await heardBy(page, 'error')).toEqual([])
      expect((await heardBy(page, 'session'))[0]).toMatchObject({ by: expect.any(String) })
      const asked = await page.evaluate(() => Reflect.get(window, 'stranger').asked.sessions)
      expect(asked).toBe(1)
    })

    await test.step('it can be used', async () => {
      await page.getByRole('combobox', { name: 'State' }).selectOption('Active')
      await expect
        .poll(async () => (await heardBy(page, 'state')).at(-1)?.state)
        .toMatchObject({ state: 'active' })
    })

    const label = `Key of ${name} ${Date.now()}`
    await test.step('a look and a language change under a draft, and lose neither it nor the place', async () => {
      await page.getByRole('button', { name: 'Issue key' }).click()
      const frame = await framedForm(page)
      await frame.getByLabel('Label').fill(label)
      await page.evaluate(() => scrollTo(0, 150))
      const before = await page.evaluate(() => scrollY)
      const light = await colourOf(page)
      await tell(page, 'dark')
      await expect.poll(() => colourOf(page)).not.toBe(light)
      await tell(page, 'german')
      await expect(frame.getByLabel('Bezeichnung')).toHaveValue(label)
      expect(await page.evaluate(() => scrollY)).toBe(before)
      await expect(page.locator('select').filter({ hasText: 'Aktiv' }).first()).toHaveValue(
        'active',
      )
    })

    await test.step('a key is issued in our frame, and stands in the table', async () => {
      const frame = await framedForm(page)
      await frame.getByLabel(/^apps:read/).check()
      await frame.getByRole('button', { name: 'Schlüssel ausstellen', exact: true }).last().click()
      expect(await secretIn(frame, 'Anzeigen')).toContain('sq_test_')
      await frame.getByRole('checkbox').check()
      await frame.getByRole('button', { name: 'Fertig' }).click()
      await expect(page.getByRole('row', { name: label })).toBeVisible()
    })

    await test.step('it goes away without a trace, and comes back', async () => {
      await tell(page, 'away')
      await expect(keysTable(page)).toHaveCount(0)
      expect(await leftovers(page)).toEqual([])
      await tell(page, 'back')
      await expect(keysTable(page)).toBeVisible()
    })
  })
}

/** How an element of ours is drawn: by the colour of what it says. */
const colourOf = (page: Page) => keysTable(page).evaluate((table) => getComputedStyle(table).color)
