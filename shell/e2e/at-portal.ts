/** A page of the partner's, at a desk. */
import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

export async function openAt(page: Page, address: string): Promise<Page> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(address)
  await expect(page.getByRole('navigation', { name: 'Portal' })).toBeVisible()
  return page
}
