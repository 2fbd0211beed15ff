/** What a screen is to those who walk through all of them, and how one comes about in it. */
import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

export interface Screen {
  readonly name: string
  show(page: Page): Promise<void>
  /** Undoes what `show` did to the page's network. */
  leave?(page: Page): Promise<void>
}

/** Presses a link by its name. */
export const go = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).click()
/** Presses the first button of a name. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()

/** Closes whatever is open above the page. */
export async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Opens the newest request of the list. */
export const openEntry = async (page: Page) => {
  await page
    .getByRole('table', { name: /Requests/ })
    .getByRole('row')
    .nth(1)
    .click()
  await expect(page.getByText('Response headers')).toBeVisible()
}

/** Opens the first key of the list. */
export const openKey = async (page: Page) => {
  await page
    .getByRole('table', { name: /API keys/ })
    .getByRole('row')
    .nth(1)
    .click()
  await expect(page.getByText('What it may do')).toBeVisible()
}

/** The key of a walk: others go beside it, and each takes back its own. */
export const seenBy = (who: string, page: Page) =>
  `Seen by ${who} at ${page.viewportSize()?.width} px`
