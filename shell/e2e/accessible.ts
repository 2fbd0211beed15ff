/** What WCAG 2.2 AA asks of a page of ours, or of our elements in a partner's. */
import type { Page } from '@playwright/test'
import { askAxe, promised } from '../../.run/test/axe.ts'

/** Of a partner's page we answer for our own elements alone, and its headings are its own. */
const ours = {
  within:
    'sonaqor-keys, sonaqor-logs, sonaqor-log-tail, sonaqor-activity, sonaqor-key-usage, sonaqor-job-tracker, sonaqor-app',
  except: ['page-has-heading-one', 'heading-order'],
}
/** A page that shows one view twice tells the two apart by its own headings. */
const ofTwins = { ...ours, except: [...ours.except, 'landmark-unique'] }

/** A line for each place that shuts somebody out. */
export async function violationsOn(page: Page): Promise<string[]> {
  const isOfAPartner = page.url().startsWith('http://127.0.0.1')
  const views = isOfAPartner ? await page.locator(ours.within).evaluateAll(namesOf) : []
  if (isOfAPartner && views.length === 0) return []
  const asked = new Set(views).size < views.length ? ofTwins : ours
  await page.evaluate(layBars, 'static')
  const { violations } = await askAxe(page, { rules: promised, ...(isOfAPartner ? asked : {}) })
  await page.evaluate(layBars, '')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`,
    ),
  )
}

const namesOf = (elements: readonly Element[]) => elements.map(({ localName }) => localName)

/** What only passes beneath a bar that stays is not too small to be pressed: it can be scrolled. */
function layBars(position: string) {
  for (const bar of document.querySelectorAll<HTMLElement>('.sq-frame-head, .sq-sidebar')) {
    bar.style.position = position
  }
}
