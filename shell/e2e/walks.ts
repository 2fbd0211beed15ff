/**
 * The ways through every screen there is. The checks and the pictures both go them, so that a screen
 * that is put on one is checked and seen.
 */
import type { BrowserContext, Page } from '@playwright/test'
import type { Role } from '@sonaqor/contract/access'
import { test } from './journey.ts'
import { portalScreens } from './portal-screens.ts'
import type { Screen } from './screen.ts'
import { deniedScreens, doorScreens, shellScreens } from './screens.ts'
import { unreadyScreens } from './unready-screens.ts'

/** What is done at each screen. */
export type Look = (page: Page, name: string) => Promise<void>

interface ShellWalker {
  readonly page: Page
  readonly newBrowser: () => Promise<BrowserContext>
  readonly signIn: (role: Role, page?: Page) => Promise<Page>
}

export async function walkShell({ page, newBrowser, signIn }: ShellWalker, look: Look) {
  await walk(page, doorScreens, look)
  await signIn('owner')
  await walk(page, [...shellScreens, ...unreadyScreens()], look)
  const stranger = await signIn('viewer', await (await newBrowser()).newPage())
  await walk(stranger, deniedScreens, look)
}

/** The portal asks for its own light look; a partner may ask for another one. */
export async function walkPortal(
  page: Page,
  url: string,
  theme: 'light' | 'dark' | 'auto',
  look: Look,
) {
  await page.route('**/choices.js', async (route) => {
    const script = await (await route.fetch()).text()
    await route.fulfill({
      contentType: 'text/javascript',
      body: script.replace("theme: 'light'", `theme: '${theme}'`),
    })
  })
  await walk(page, [...portalScreens(url), ...unreadyScreens('portal-', url)], look)
}

async function walk(page: Page, screens: readonly Screen[], look: Look): Promise<void> {
  for (const { name, show, leave } of screens) {
    await test.step(name, async () => {
      await show(page)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      await look(page, name)
      await leave?.(page)
    })
  }
}
