/**
 * XC-6, XC-7: every screen holds to WCAG 2.2 AA in light and dark, and none scrolls sideways: on a
 * desk, on a desk at 200 %, and on a phone. `npm run pictures` keeps each one as a picture.
 */
import type { Page } from '@playwright/test'
import { askAxe, promised } from '../../.run/test/axe.ts'
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
    test.slow()

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

/** Of a partner's page we answer for our own elements alone, and its headings are its own. */
const ours = {
  within: 'sonaqor-keys, sonaqor-logs',
  except: ['page-has-heading-one', 'heading-order'],
}

async function violationsOn(page: Page): Promise<string[]> {
  const isOfAPartner = page.url().startsWith('http://127.0.0.1')
  if (isOfAPartner && (await page.locator(ours.within).count()) === 0) return []
  await page.evaluate(layBars, 'static')
  const { violations } = await askAxe(page, { rules: promised, ...(isOfAPartner ? ours : {}) })
  await page.evaluate(layBars, '')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`,
    ),
  )
}

/** What only passes beneath a bar that stays is not too small to be pressed: it can be scrolled. */
function layBars(position: string) {
  for (const bar of document.querySelectorAll<HTMLElement>('.sq-frame-head, .sq-sidebar')) {
    bar.style.position = position
  }
}
