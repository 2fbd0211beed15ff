/**
 * The ways through every screen there is. The checks and the pictures both go them, so that a screen
 * that is put on one is checked and seen. Each can be gone without the others, and beside them.
 */
import type { Page } from '@playwright/test'
import type { Role } from '@sonaqor/contract/access'
import { accountScreens } from './account-screens.ts'
import { auditScreens } from './audit-screens.ts'
import { embedScreens } from './embed-screens.ts'
import { jobScreens } from './job-screens.ts'
import { test } from './journey.ts'
import { keyScreens } from './key-screens.ts'
import { logScreens } from './log-screens.ts'
import { portalKeyScreens, portalPages } from './portal-screens.ts'
import { projectScreens } from './project-screens.ts'
import type { Screen } from './screen.ts'
import { deniedScreens, doorScreens, frameScreens } from './screens.ts'
import { teamScreens } from './team-screens.ts'
import { unreadyScreens } from './unready-screens.ts'
import { webhookScreens } from './webhook-screens.ts'

/** What is done at each screen. */
export type Look = (page: Page, name: string) => Promise<void>

/** The owner's, who may see all of it. The longest come first, so that no one waits for them at the end. */
export const shellWalks: Readonly<Record<string, readonly Screen[]>> = {
  webhooks: webhookScreens,
  keys: keyScreens,
  'jobs, one’s account and the audit log': [...jobScreens, ...accountScreens, ...auditScreens],
  'projects and embeds': [...projectScreens, ...embedScreens],
  'the team and the frame': [...teamScreens, ...frameScreens],
  'logs, and of what is not there': [...logScreens, ...unreadyScreens()],
}

export const portalWalks: Readonly<Record<string, (url: string) => readonly Screen[]>> = {
  'keys and logs': portalKeyScreens,
  'all other pages, and of what is not there': (url) => [
    ...portalPages(url),
    ...unreadyScreens('portal-', url),
  ],
}

interface Walker {
  readonly page: Page
  readonly signIn: (role: Role, page?: Page) => Promise<Page>
}

export async function walkShell({ page, signIn }: Walker, screens: readonly Screen[], look: Look) {
  await signIn('owner')
  await walk(page, screens, look)
}

/** As a stranger, and as somebody whose role lacks the scope. */
export async function walkDoor({ page, signIn }: Walker, look: Look) {
  await walk(page, doorScreens, look)
  await signIn('viewer')
  await walk(page, deniedScreens, look)
}

/** The portal asks for its own light look; a partner may ask for another one. */
export async function walkPortal(
  page: Page,
  theme: 'light' | 'dark' | 'auto',
  screens: readonly Screen[],
  look: Look,
) {
  await page.route('**/choices.js', async (route) => {
    const script = await (await route.fetch()).text()
    await route.fulfill({
      contentType: 'text/javascript',
      body: script.replace("theme: 'light'", `theme: '${theme}'`),
    })
  })
  await walk(page, screens, look)
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
