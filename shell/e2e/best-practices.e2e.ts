/**
 * XC-6: what Lighthouse asks of a page under accessibility and best practices, asked of the four
 * pages that stand for all. Lighthouse itself is left out: with what it needs it weighs 176 MB.
 */
import type { Page } from '@playwright/test'
import { askAxe, promised } from '../../.run/test/axe.ts'
import { expect, test } from './journey.ts'
import { issuesOf, practicesMissedBy } from './practices.ts'

const table = (page: Page) => expect(page.getByRole('table').first()).toBeVisible()

const pages = [
  {
    name: 'sign-in',
    path: '/',
    isReady: (page: Page) => expect(page.getByLabel('Password')).toBeVisible(),
  },
  { name: 'the keys', path: '/keys', as: 'owner', isReady: table },
  { name: 'the logs', path: '/logs', as: 'owner', isReady: table },
  { name: 'the keys in a partner’s page', path: '/keys', isPortal: true, isReady: table },
] as const

for (const { name, path, isReady, ...how } of pages) {
  test(`XC-6 ${name}: nothing that Lighthouse would take a point for`, async ({
    page,
    house,
    signIn,
  }) => {
    const issues = await issuesOf(page)
    if ('as' in how) await signIn(how.as)
    await page.goto(('isPortal' in how ? house.portalUrl : house.url) + path)
    await isReady(page)
    const { violations } = await askAxe(page, { rules: everything })
    expect
      .soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`))
      .toEqual([])
    expect.soft(await practicesMissedBy(page)).toEqual([])
    expect(issues).toEqual([])
  })
}

/** All rules of axe, but the third level of WCAG, which is not promised. */
const everything = {
  ...promised,
  values: [...promised.values, 'experimental', 'section508'],
}
