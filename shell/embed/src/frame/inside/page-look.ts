import { directionOf } from '@sonaqor/module/texts'
import { dressIn } from '../../appearance/look.ts'
import { acceptedOf } from '../../appearance/worn-look.ts'
import type { Looks } from '../messages.ts'

/** The look of the page's element does not reach into a frame by itself. */
export function dressPage({ tokens, locale, appearance }: Looks): void {
  const page = document.documentElement
  page.lang = locale
  page.dir = directionOf(locale)
  page.style.colorScheme = appearance.theme === 'auto' ? 'light dark' : appearance.theme
  // The page chose them for the theme of now.
  dressIn(page, { theme: 'light', tokens: acceptedOf(tokens) })
}

/** How much of this frame its page does not show, for dialogs and messages stand in the rest of it. */
export function putInSight(above: number, below: number): void {
  const { style } = document.documentElement
  style.setProperty('--sonaqor-unseen-above', `${above}px`)
  style.setProperty('--sonaqor-unseen-below', `${below}px`)
}
