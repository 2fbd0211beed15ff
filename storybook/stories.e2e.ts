/**
 * Every story is drawn once in each theme, light on a desk and dark on a phone, and must draw
 * without an error, hold to WCAG 2.2 AA and never scroll sideways.
 *
 *     storybook build --config-dir storybook/.storybook --output-dir .build/storybook
 *     playwright test --config storybook/playwright.config.ts
 */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const build = resolve(import.meta.dirname, '../.build/storybook')
/** No server and no port: the browser is handed the files of this address one by one. */
const address = 'http://stories.test'

interface Entry {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly type: string
}

const index = JSON.parse(readFileSync(join(build, 'index.json'), 'utf8')) as {
  readonly entries: Readonly<Record<string, Entry>>
}
const stories = Object.values(index.entries).filter((entry) => entry.type === 'story')

const rooms = [
  { theme: 'light', viewport: { width: 1280, height: 800 } },
  { theme: 'dark', viewport: { width: 360, height: 740 } },
] as const

/** A story is a piece of a page; it need not bring the page's first heading. */
const rulesOfWholePages = ['page-has-heading-one', 'heading-order']
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const { theme, viewport } of rooms) {
  test.describe(`${theme}, ${viewport.width} px`, () => {
    test.use({ viewport, colorScheme: theme })

    for (const story of stories) {
      test(`${story.title}: ${story.name}`, async ({ page }) => {
        const errors = listen(page)
        await draw(page, story.id, theme)
        expect(errors).toEqual([])

        const { violations } = await new AxeBuilder({ page })
          .withTags(tags)
          .disableRules(rulesOfWholePages)
          .analyze()
        expect(violations.map(inWords)).toEqual([])

        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, 'the story scrolls sideways').toBeLessThanOrEqual(viewport.width)
      })
    }
  })
}

function listen(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

async function draw(page: Page, id: string, theme: string) {
  await page.route(`${address}/**`, (route) =>
    route.fulfill({ path: join(build, new URL(route.request().url()).pathname) }),
  )
  // The addon's own reading of the story would only repeat what is done here.
  const globals = `theme:${theme};a11y.manual:!true`
  await page.goto(`${address}/iframe.html?id=${id}&viewMode=story&globals=${globals}`)
  await page.waitForFunction(() => {
    const preview = Reflect.get(window, '__STORYBOOK_PREVIEW__')
    return ['finished', 'errored', 'aborted'].includes(preview?.currentRender?.phase)
  })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await expect(page.locator('body')).not.toHaveClass(/sb-show-(errordisplay|nopreview)/)
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/** One line for each fault: which rule, where, and what is asked for. */
function inWords(violation: Violation): string {
  const places = violation.nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary})`)
  return `${violation.id}: ${violation.help}\n${places.join('\n')}`
}
