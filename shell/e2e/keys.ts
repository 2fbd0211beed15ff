/** The keys module by its words, wherever it stands: in the shell, in a partner's page, in our frame. */
import type { FrameLocator, Locator, Page } from '@playwright/test'
import { expect } from './journey.ts'

interface Wanted {
  readonly label: string
  readonly app: string
  readonly scopes?: readonly string[]
}

const ingest = ['customers:ingest', 'transactions:ingest']

/** Issues a key by hand and returns its secret. `place` is where the form stands. */
export async function issueKey(
  page: Page,
  place: Page | FrameLocator,
  { label, app, scopes = ingest }: Wanted,
): Promise<string> {
  await page.getByRole('button', { name: 'Issue key' }).first().click()
  await place.getByLabel('Label').fill(label)
  // The list behind the form asks for an app as well.
  await place
    .getByLabel('App', { exact: true })
    .last()
    .selectOption({ label: `${app} (sandbox)` })
  for (const scope of scopes) await place.getByRole('checkbox', { name: scope }).check()
  await place.getByRole('button', { name: 'Issue key' }).last().click()
  const secret = await secretIn(place)
  await place.getByRole('checkbox', { name: /copied/ }).check()
  await place.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('row', { name: label })).toBeVisible()
  return secret
}

/** What stands in our frame in a dialog of a partner's page, once it can be seen there. */
export async function framedForm(page: Page): Promise<FrameLocator> {
  const frame = page.locator('dialog iframe')
  await expect(frame).toBeVisible()
  await inSight(frame)
  return frame.contentFrame()
}

/**
 * Nobody sees a frame, or reaches it with a pointer, as long as the shape of a form stands before it. As
 * it grows with its view it moves then, and a press would miss: it stays where it is once the page has
 * given it the height that its view has.
 */
async function inSight(frame: Locator): Promise<void> {
  await expect(frame.page().locator('dialog .shape')).toHaveCount(0)
  const ground = frame.contentFrame().locator('main')
  let before: unknown
  await expect
    .poll(async () => {
      const wanted = await ground.evaluate((main: HTMLElement) => `${main.offsetHeight + 12}px`)
      const given = await frame.evaluate((element) => element.style.blockSize)
      const box = JSON.stringify(await frame.boundingBox())
      const isStill = wanted === given && box === before
      before = box
      return isStill
    })
    .toBe(true)
}

/** What was issued, shown by a click on its button, whose name is `act`. */
export async function secretIn(place: Page | FrameLocator, act = 'Show'): Promise<string> {
  const show = place.getByRole('button', { name: act, exact: true })
  await expect(show).toBeVisible()
  if ('owner' in place) await inSight(place.owner())
  await show.click()
  const shown = place.getByText(/^sq_(test|live)_[0-9A-Za-z]{36}$/)
  await expect(shown).toBeVisible()
  return (await shown.innerText()).trim()
}

/** Chooses an act from the menu of a key's row, of the newest with this label. */
export async function actOn(page: Page, label: string, act: string): Promise<void> {
  await page
    .getByRole('button', { name: `Actions for ${label}` })
    .first()
    .click()
  await page.getByRole('menuitem', { name: act }).click()
}

/** Opens the question of a key's row, of the newest with this label; it stands then. */
export async function askToRevoke(page: Page, label: string): Promise<Locator> {
  await actOn(page, label, 'Revoke…')
  const dialog = page.getByRole('dialog', { name: `Revoke “${label}”?` })
  await expect(dialog).toBeVisible()
  return dialog
}

export async function revokeKey(page: Page, label: string): Promise<void> {
  const dialog = await askToRevoke(page, label)
  await dialog.getByRole('button', { name: 'Revoke key' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: label }).getByText('Revoked')).toBeVisible()
}
