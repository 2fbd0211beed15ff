/**
 * XC-6, XC-7: every screen holds to WCAG 2.2 AA in light and dark, and none scrolls sideways, on a
 * desk and on a phone. With `PICTURES=1` each one is kept as a picture under `.build/pictures`.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { resolve } from 'node:path'
import { expect, test } from './journey.ts'
import { deniedScreens, doorScreens, portalScreens, shellScreens, type Screen } from './screens.ts'

const wantsPictures = process.env['PICTURES'] === '1'
const pictures = resolve(import.meta.dirname, '../../.build/pictures')

const desk = { width: 1440, height: 900 }
const phone = { width: 360, height: 740 }
/** Each theme and each width once; pictures are wanted of all four. */
const rooms = [
  { theme: 'light', viewport: desk },
  { theme: 'dark', viewport: phone },
  ...(wantsPictures
    ? ([
        { theme: 'light', viewport: phone },
        { theme: 'dark', viewport: desk },
      ] as const)
    : []),
] as const

for (const { theme, viewport } of rooms) {
  const room = `${theme}, ${viewport.width} px`

  test.describe(room, () => {
    test.use({ viewport, colorScheme: theme })
    test.slow()

    test('XC-6 XC-7 the screens of the shell', async ({ page, newBrowser, signIn }) => {
      await walk(page, doorScreens, room)
      await signIn('owner')
      await walk(page, shellScreens, room)
      const stranger = await signIn('viewer', await (await newBrowser()).newPage())
      await walk(stranger, deniedScreens, room)
    })

    test('XC-6 XC-7 EM-3 the screens of the portal', async ({ page, house }) => {
      // The portal asks for its own light look; a partner may ask for a dark one.
      await page.route('**/portal.js', async (route) => {
        const script = await (await route.fetch()).text()
        await route.fulfill({
          contentType: 'text/javascript',
          body: script.replace("theme: 'light'", `theme: '${theme}'`),
        })
      })
      await walk(page, portalScreens(house.portalUrl), room)
    })
  })
}

async function walk(page: Page, screens: readonly Screen[], room: string): Promise<void> {
  for (const screen of screens) {
    await test.step(screen.name, async () => {
      await screen.show(page)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      if (wantsPictures) {
        await page.screenshot({ path: `${pictures}/${screen.name} (${room}).png` })
      }
      expect.soft(await overhangOf(page), `${screen.name} scrolls sideways`).toEqual([])
      expect.soft(await violationsOn(page), `${screen.name} shuts somebody out`).toEqual([])
    })
  }
}

/** What stands out of the page at its side, in the page, in our elements, and in our frame. */
async function overhangOf(page: Page): Promise<string[]> {
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(sticksOut)))
  return all.flat()
}

function sticksOut(): string[] {
  const ours = [...document.querySelectorAll('*')].filter((element) => element.shadowRoot)
  return [document.documentElement, ...ours]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(
      ({ localName, scrollWidth, clientWidth }) => `${localName}: ${scrollWidth} > ${clientWidth}`,
    )
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Of a partner's page we answer for our own elements alone, and its headings are its own. */
async function violationsOn(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(tags)
  if (page.url().startsWith('http://127.0.0.1')) {
    const ours = await page.locator('sonaqor-keys, sonaqor-logs').all()
    if (ours.length === 0) return []
    axe
      .include('sonaqor-keys, sonaqor-logs')
      .disableRules(['page-has-heading-one', 'heading-order'])
  }
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`,
    ),
  )
}
