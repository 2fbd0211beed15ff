/** Takes the pictures: each screen is shown once, and looked at in every size and both themes. */
import type { Page } from '@playwright/test'
import { test } from './journey.ts'
import { fileOf, sizes, themes } from './pictures.ts'
import { lost } from './unready-screens.ts'
import { portalWalks, shellWalks, walkDoor, walkPortal, walkShell } from './walks.ts'

const [atFirst] = sizes
test.use({ viewport: atFirst, provokes: lost })

test('the screens at the door', async ({ page, signIn }) => {
  await walkDoor({ page, signIn }, shoot)
})

for (const [part, screens] of Object.entries(shellWalks)) {
  test(`the screens of ${part}`, async ({ page, signIn }) => {
    await walkShell({ page, signIn }, screens, shoot)
  })
}

for (const [part, screensAt] of Object.entries(portalWalks)) {
  test(`the portal’s screens of ${part}`, async ({ page, house }) => {
    await walkPortal(page, 'auto', screensAt(house.portalUrl), shoot)
  })
}

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
