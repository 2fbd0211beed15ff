/** What a view costs the page of a partner: time, weight and memory, in a real browser. */
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { ensureChromium, launchOptions } from '../../../.run/chromium.ts'
import { startProduct } from '../../../.run/test/product.ts'
import { openStranger } from '../embed/stranger.ts'
import { turnOver, usedBy, type Used } from '../embed/turns.ts'
import { atMost, atMostOf, fact, median, type Measure } from '../measure.ts'

const times = 5
const patience = { timeout: 30_000 }

interface Seen {
  readonly ready: number
  readonly rows: number
}

export async function embed(): Promise<Measure[]> {
  const executablePath = ensureChromium()
  const given = process.env['SONAQOR_URL']
  const product = given
    ? { url: given, dataDir: process.env['SONAQOR_DATA_DIR'] ?? '.data', stop: async () => 0 }
    : await startProduct()
  const stranger = await openStranger(product.url, product.dataDir)
  const browser = await chromium.launch({ ...launchOptions, executablePath })
  try {
    const { origin } = stranger
    // The first of all meets a server that has compiled nothing yet.
    for (const page of ['embed', 'plain']) await cold(browser, `${origin}/${page}`)
    return [
      ...(await timesTo(browser, origin)),
      ...(await secondModule(browser, origin)),
      ...(await memory(browser, origin)),
    ]
  } finally {
    await browser.close()
    await stranger.close()
    await product.stop()
  }
}

async function timesTo(browser: Browser, origin: string): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const [name, visit] of [
    ['cold', cold],
    ['warm', warm],
  ] as const) {
    const ours: Seen[] = []
    const plain: Seen[] = []
    for (let turn = 0; turn < times; turn += 1) {
      // In turns, so that whatever else the machine does meets both.
      ours.push(await visit(browser, `${origin}/embed`))
      plain.push(await visit(browser, `${origin}/plain`))
    }
    const reference = median(plain.map(({ rows }) => rows))
    const ready = median(ours.map((seen) => seen.ready))
    const rows = median(ours.map((seen) => seen.rows))
    measures.push(
      fact({ name: `embed, ${name}: to a mounted view`, value: ready, unit: 'ms', reference }),
      fact({ name: `embed, ${name}: to its rows`, value: rows, unit: 'ms', reference }),
    )
  }
  return measures
}

async function cold(browser: Browser, url: string): Promise<Seen> {
  const context = await browser.newContext()
  try {
    return await see(context, url)
  } finally {
    await context.close()
  }
}

async function warm(browser: Browser, url: string): Promise<Seen> {
  const context = await browser.newContext()
  try {
    await see(context, url)
    return await see(context, url)
  } finally {
    await context.close()
  }
}

async function see(context: BrowserContext, url: string): Promise<Seen> {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction('times.ready && times.rows', undefined, patience)
  const seen = await page.evaluate<Seen>('times')
  await page.close()
  return seen
}

async function opened(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(url)
  await page.waitForFunction('times.rows', undefined, patience)
  return page
}

/** Another module where one stands already: what it takes, and that it brings no React of its own. */
async function secondModule(browser: Browser, origin: string): Promise<Measure[]> {
  const page = await (await browser.newContext()).newPage()
  const scripts: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    void response.text().then((text) => scripts.push(text))
  })
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  let bytes = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(`${origin}/embed`)
  await page.waitForFunction('times.rows', undefined, patience)
  await page.waitForLoadState('networkidle')
  bytes = 0
  const took = await page.evaluate<number>(`new Promise((done, failed) => {
    setTimeout(() => failed(new Error('no view in time')), 20_000)
    const begin = performance.now()
    const element = document.createElement('sonaqor-logs')
    element.addEventListener('sonaqor-ready', () => done(performance.now() - begin))
    document.body.append(element)
  })`)
  const transferred = bytes / 1000
  const reacts = scripts.filter((text) => text.includes('__reactContainer$')).length
  await page.context().close()
  return [
    fact({ name: 'embed, a second module: to a mounted view', value: took, unit: 'ms' }),
    fact({ name: 'embed, a second module: over the wire', value: transferred, unit: 'KB' }),
    atMost(1, { name: 'embed, two modules: how many React', value: reacts, unit: 'times' }),
  ]
}

/** What is left of views that are gone: after a hundred no more than after ten. */
async function memory(browser: Browser, origin: string): Promise<Measure[]> {
  const page = await opened(browser, `${origin}/embed`)
  await turnOver(page, 10)
  const few = await usedBy(page)
  await turnOver(page, 90)
  const many = await usedBy(page)
  await page.context().close()
  const kinds: readonly [keyof Used, string][] = [
    ['heap', 'MB'],
    ['nodes', 'nodes'],
    ['listeners', 'listeners'],
  ]
  return kinds.map(([kind, unit]) => {
    const name = `embed: ${kind} after 100 mounts, beside 10`
    return atMostOf(1.05, { name, value: many[kind], unit, reference: few[kind] })
  })
}
