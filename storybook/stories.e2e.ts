/**
 * Every story is drawn once in each theme, light on a desk and dark on a phone, and must draw
 * without an error, hold to WCAG 2.2 AA and never scroll sideways.
 *
 *     storybook build --config-dir storybook/.storybook --output-dir .build/storybook
 *     playwright test --config storybook/playwright.config.ts
 */
import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { askAxe, promised, type Answer } from '../.run/test/axe.ts'

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

/** A story is a piece of a page; it need not bring the page's first heading. */
const rulesOfWholePages = ['page-has-heading-one', 'heading-order']

/** One page shows all stories of a room in turn, for loading Storybook anew is most of the time. */
let page: Page
const errors: string[] = []

test.beforeAll(async ({ browser, colorScheme, viewport }) => {
  const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' })
  page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.route(`${address}/**`, (route) =>
    route.fulfill({ path: join(build, new URL(route.request().url()).pathname) }),
  )
  await page.addInitScript(leaveOutEndless)
  // Storybook's own marks ask each element for its styles whenever something changes.
  await page.addInitScript(() => Reflect.set(window, '__STORYBOOK_HIGHLIGHT_INITIALIZED', true))
  // The addon's own reading of a story would only repeat what is done here.
  const globals = `theme:${colorScheme};a11y.manual:!true`
  const query = new URLSearchParams({ id: stories[0]?.id ?? '', viewMode: 'story', globals })
  await page.goto(`${address}/iframe.html?${query}`)
  await page.waitForFunction(isDrawn, stories[0]?.id)
})

/** It shows how words are told of that cannot be read. */
const hardToRead = 'home-embeds-appearance--hard-to-read'

for (const story of stories) {
  test(`${story.title}: ${story.name}`, async ({ viewport }) => {
    errors.length = 0
    await page.evaluate(draw, story.id)
    expect(errors).toEqual([])

    const except = [...rulesOfWholePages, ...(story.id === hardToRead ? ['color-contrast'] : [])]
    const { violations } = await askAxe(page, { rules: promised, except })
    const { classes, width } = await page.evaluate(measure)
    expect(classes).not.toMatch(/sb-show-(errordisplay|nopreview)/)
    expect(violations.map(inWords)).toEqual([])
    expect(width, 'the story scrolls sideways').toBeLessThanOrEqual(viewport?.width ?? 0)
  })
}

/**
 * Runs in the browser, in one piece, for to ask it again and again takes longer than a story. Ends
 * when Storybook is through with the story, well or badly, and what measures itself has done so.
 */
async function draw(storyId: string) {
  const story = { storyId, viewMode: 'story' }
  Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__').emit('setCurrentStory', story)
  const isThrough = () => {
    const drawing = Reflect.get(window, '__STORYBOOK_PREVIEW__').currentRender
    return drawing?.id === storyId && ['finished', 'errored', 'aborted'].includes(drawing.phase)
  }
  while (!isThrough()) await new Promise((done) => setTimeout(done, 4))
  await document.fonts.ready
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
}

/** Runs in the browser. */
const measure = () => ({
  classes: document.body.className,
  width: document.documentElement.scrollWidth,
})

/**
 * Runs in the browser before Storybook, which waits until all that moves has ended. What moves with
 * a scrollbar never does, and would cost the five seconds after which it gives up.
 */
function leaveOutEndless() {
  for (const root of [Document.prototype, ShadowRoot.prototype]) {
    const { getAnimations } = root
    root.getAnimations = function moving() {
      const all = getAnimations.call(this)
      return all.filter(({ timeline }) => timeline instanceof DocumentTimeline)
    }
  }
}

/** Runs in the browser: whether Storybook is through with a story, well or badly. */
function isDrawn(storyId: string | undefined): boolean {
  const drawing = Reflect.get(window, '__STORYBOOK_PREVIEW__')?.currentRender
  return drawing?.id === storyId && ['finished', 'errored', 'aborted'].includes(drawing?.phase)
}

type Violation = Answer['violations'][number]

/** One paragraph for each fault: which rule, what is asked for, and where. */
function inWords(violation: Violation): string {
  const places = violation.nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary})`)
  return `${violation.id}: ${violation.help}\n${places.join('\n')}`
}
