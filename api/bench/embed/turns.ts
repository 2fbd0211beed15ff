/** Puts a view into the page and takes it away again, and tells what is left of it. */
import type { Page } from '@playwright/test'

export interface Used {
  /** In megabytes, once all is collected that may be. */
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

/** So many times, each in an element of its own, as a page of a partner with a router does. */
export async function turnOver(page: Page, turns: number) {
  await page.evaluate(`(async () => {
    const place = document.getElementById('place')
    for (let turn = 0; turn < ${turns}; turn += 1) {
      const element = document.createElement('sonaqor-keys')
      let late
      const ready = new Promise((done, failed) => {
        element.addEventListener('sonaqor-ready', done, { once: true })
        element.addEventListener('sonaqor-error', (event) => failed(event.detail), { once: true })
        late = setTimeout(() => failed(new Error('no view in time')), 20_000)
      })
      place.replaceChildren(element)
      await ready
      // It would keep the element for as long as it runs, and be counted as what we left behind.
      clearTimeout(late)
    }
  })()`)
}

const timersMs = 17_000

export async function usedBy(page: Page): Promise<Used> {
  const line = await page.context().newCDPSession(page)
  await line.send('Performance.enable')
  // single-spa's timers hold each parcel until they have passed (`shell/embed/src/single-spa/lifecycles.ts`).
  await page.waitForTimeout(timersMs)
  // What was let go by a finalizer is collected only the next time.
  for (let round = 0; round < 3; round += 1) {
    await page.waitForTimeout(300)
    await line.send('HeapProfiler.collectGarbage')
  }
  const { metrics } = await line.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  await line.detach()
  return {
    heap: of('JSHeapUsedSize') / 1e6,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  }
}
