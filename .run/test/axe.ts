/**
 * What shuts people out of a page, as axe finds it. Playwright's own builder reads half a megabyte
 * of script anew at each question and opens an empty page for the answer, which took ten times as
 * long as the question itself.
 */
import type { Frame, Page } from '@playwright/test'
import axe from 'axe-core'

export interface Question {
  readonly rules: axe.RunOnly
  /** Rules of these that are not asked. */
  readonly except?: readonly string[]
  /** Elements that alone are meant, instead of the whole page. */
  readonly within?: string
}

/** The rules of WCAG 2.2 AA, and what is good manners beside. */
export const promised: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

export type Answer = Pick<axe.AxeResults, 'violations' | 'passes'>

/** Asks the page and every frame in it, whoever's they are. Throws where one cannot be asked. */
export async function askAxe(
  page: Page,
  { rules, except = [], within }: Question,
): Promise<Answer> {
  const context: Context = { include: within === undefined ? [] : [[within]], exclude: [] }
  const options: axe.RunOptions = {
    runOnly: rules,
    rules: Object.fromEntries(except.map((name) => [name, { enabled: false }])),
    resultTypes: ['violations'],
  }
  const main = page.mainFrame()
  await bringAxe(main)
  // One document is asked in one piece: to put pieces together, each element that holds is described as well.
  if (page.frames().length === 1) return main.evaluate(run, { context, options })
  const inner = await readInner(main, context, options)
  return main.evaluate(finish, { context, options, inner })
}

/** A document keeps it until it is left. */
async function bringAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source)
}

type Context = axe.FrameContext['frameContext']
type Reading = axe.PartialResult

/** The frames of a frame in the order in which axe counts them, each before those within it. */
async function readInner(
  frame: Frame,
  context: Context,
  options: axe.RunOptions,
): Promise<Reading[]> {
  const readings: Reading[] = []
  const inner = await frame.evaluate(findFrames, { context, options })
  for (const { frameSelector, frameContext } of inner) {
    const element = await frame.evaluateHandle(findElement, frameSelector)
    const found = await element.asElement()?.contentFrame()
    if (!found) throw new Error(`axe did not reach the frame ${frameSelector.toString()}`)
    await bringAxe(found)
    const asked = { context: frameContext, options }
    readings.push(await found.evaluate(read, asked))
    readings.push(...(await readInner(found, frameContext, options)))
  }
  return readings
}

interface Asked {
  readonly context: Context
  readonly options: axe.RunOptions
}

// These run in the browser, where axe is the global that its script has made.
const findFrames = ({ context, options }: Asked) =>
  window.axe.utils.getFrameContexts(context, options)
const findElement = (selector: axe.CrossTreeSelector) => window.axe.utils.shadowSelect(selector)
const read = ({ context, options }: Asked) => window.axe.runPartial(context, options)
async function run({ context, options }: Asked) {
  const { violations, passes } = await window.axe.run(context, options)
  return { violations, passes }
}
async function finish({ context, options, inner }: Asked & { readonly inner: Reading[] }) {
  const own = await window.axe.runPartial(context, options)
  const { violations, passes } = await window.axe.finishRun([own, ...inner], options)
  return { violations, passes }
}

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}
