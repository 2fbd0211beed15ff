/**
 * XC-6, XC-7: every screen holds to WCAG 2.2 AA in light and dark, and none scrolls sideways: on a
 * desk, on a desk at 200 %, and on a phone. `npm run pictures` keeps each one as a picture.
 */
import { violationsOn } from './accessible.ts'
import { isFull } from './full.ts'
import { expect, test } from './journey.ts'
import { overhangOf } from './overhang.ts'
import { lost } from './unready-screens.ts'
import { portalWalks, shellWalks, walkDoor, walkPortal, walkShell, type Look } from './walks.ts'

const desk = { width: 1440, height: 900 }
/** A browser that magnifies has as much less room, and draws each point as so many more. */
const deskAt200Percent = { width: desk.width / 2, height: desk.height / 2 }
const phone = { width: 360, height: 740 }

const light = { theme: 'light', viewport: desk, narrower: [deskAt200Percent, phone] } as const
const dark = { theme: 'dark', viewport: phone, narrower: [] } as const

const softly = expect.configure({ soft: true })

/** Axe looks once in each room; other widths are measured alone. */
const look =
  ({ viewport, narrower }: typeof light | typeof dark): Look =>
  async (page, name) => {
    expect.soft(await overhangOf(page), `${name} scrolls sideways`).toEqual([])
    expect.soft(await violationsOn(page), `${name} shuts somebody out`).toEqual([])
    for (const narrow of narrower) {
      await page.setViewportSize(narrow)
      const { width } = narrow
      // What is drawn to measure, as a chart is, follows its room only with the next picture.
      await softly
        .poll(() => overhangOf(page), `${name} scrolls sideways at ${width} px`)
        .toEqual([])
    }
    if (narrower.length > 0) await page.setViewportSize(viewport)
  }

for (const room of [light, dark]) {
  const { theme, viewport } = room
  test.describe(`${theme}, ${viewport.width} px`, () => {
    test.use({ viewport, colorScheme: theme, provokes: lost })
    // A walk takes what it takes.
    test.describe.configure({ timeout: 4 * 60_000 })

    if (isFull || room === light) {
      for (const [part, screens] of Object.entries(shellWalks)) {
        test(`XC-6 XC-7 the screens of ${part}`, async ({ page, signIn }) => {
          await walkShell({ page, signIn }, screens, look(room))
        })
      }
      test('XC-6 XC-7 the screens at the door', async ({ page, signIn }) => {
        await walkDoor({ page, signIn }, look(room))
      })
    }

    if (isFull || room === dark) {
      for (const [part, screensAt] of Object.entries(portalWalks)) {
        test(`XC-6 XC-7 EM-3 the portal’s screens of ${part}`, async ({ page, house }) => {
          await walkPortal(page, theme, screensAt(house.portalUrl), look(room))
        })
      }
    }
  })
}
