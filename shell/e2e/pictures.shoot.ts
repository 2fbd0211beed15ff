/** Takes the pictures: each screen is shown once, and looked at in every size and both themes. */
import type { Page } from '@playwright/test'
import { test } from './journey.ts'
import { fileOf, sizes, themes } from './pictures.ts'
import { lost } from './unready-screens.ts'
import { walkPortal, walkShell } from './walks.ts'

const [atFirst] = sizes
test.use({ viewport: atFirst, provokes: lost })

test('the screens of the shell', async ({ page, newBrowser, signIn }) => {
  await walkShell({ page, newBrowser, signIn }, shoot)
})

test('the screens of the portal', async ({ page, house }) => {
  await walkPortal(page, house.portalUrl, 'auto', shoot)
})

async function shoot(page: Page, screen: string): Promise<void> {
  for (const viewport of sizes) {
    await page.setViewportSize(viewport)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      const path = fileOf({ screen, width: viewport.width, theme })
      await page.screenshot({ path, animations: 'disabled' })
    }
  }
  await page.setViewportSize(atFirst)
}
