/**
 * XC-6, XC-7: every screen holds to WCAG 2.2 AA in light and dark, and none scrolls sideways: on a
 * desk, on a desk at 200 %, and on a phone. `npm run pictures` keeps each one as a picture.
 */
import { violationsOn } from './accessible.ts'
import { expect, test } from './journey.ts'
import { overhangOf } from './overhang.ts'
import { lost } from './unready-screens.ts'
import { walkPortal, walkShell, type Look } from './walks.ts'

const desk = { width: 1440, height: 900 }
/** A browser that magnifies has as much less room, and draws each point as so many more. */
const deskAt200Percent = { width: desk.width / 2, height: desk.height / 2 }
const phone = { width: 360, height: 740 }

/** Each theme once with axe; light is as wide as dark, so the widths are measured once as well. */
const rooms = [
  { theme: 'light', viewport: desk, narrower: deskAt200Percent },
  { theme: 'dark', viewport: phone, narrower: undefined },
] as const

for (const { theme, viewport, narrower } of rooms) {
  test.describe(`${theme}, ${viewport.width} px`, () => {
    test.use({ viewport, colorScheme: theme, provokes: lost })
    // A walk through everything there is takes what it takes.
    test.describe.configure({ timeout: 8 * 60_000 })

    const look: Look = async (page, name) => {
      expect.soft(await overhangOf(page), `${name} scrolls sideways`).toEqual([])
      expect.soft(await violationsOn(page), `${name} shuts somebody out`).toEqual([])
      if (!narrower) return
      await page.setViewportSize(narrower)
      expect.soft(await overhangOf(page), `${name} scrolls sideways at 200 %`).toEqual([])
      await page.setViewportSize(viewport)
    }

    test('XC-6 XC-7 the screens of the shell', async ({ page, newBrowser, signIn }) => {
      await walkShell({ page, newBrowser, signIn }, look)
    })

    test('XC-6 XC-7 EM-3 the screens of the portal', async ({ page, house }) => {
      await walkPortal(page, house.portalUrl, theme, look)
    })
  })
}
