/** EM-3, EM-4, EM-9: a page that wishes us ill: its styles, its scripts, its policy and its clock. */
import type { Page } from '@playwright/test'
import { framedForm, secretIn } from './keys.ts'
import { expect, heardBy, keysTable, tell, test } from './on-host.ts'

test('EM-3 under styles that shout the view looks exactly as it does without them', async ({
  page,
  hosts,
}) => {
  await page.clock.setFixedTime(new Date())
  await page.goto(hosts.page('hostile'))
  const loud = await looks(page)
  await page.evaluate(() => document.querySelector('style:not([data-stays])')!.remove())
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
  const quiet = await looks(page)
  expect(quiet.length).toBeGreaterThan(50)
  expect([...new Set(loud)].toSorted()).toEqual([...new Set(quiet)].toSorted())
})

test.describe('while the module does not come', () => {
  test.use({ provokes: /net::ERR_FAILED|net::ERR_BLOCKED_BY_CLIENT/ })

  test('EM-3 EM-7 what is said in its place is read in its own direction, not in the page’s', async ({
    page,
    hosts,
  }) => {
    await page.route('**/modules/keys/**', (route) => route.abort())
    await page.goto(hosts.page('hostile'))
    const notice = page.getByRole('alert')
    await expect(notice.getByRole('button', { name: 'Try again' })).toBeVisible()
    expect(await notice.evaluate((one) => getComputedStyle(one).direction)).toBe('ltr')
  })
})

test('EM-3 EM-4 EM-9 scripts that spy on everything: it works, and they never see a secret', async ({
  page,
  hosts,
}) => {
  await page.goto(hosts.page('hostile'))
  await expect(keysTable(page)).toBeVisible({ timeout: 20_000 })
  await page.getByRole('combobox', { name: 'State' }).selectOption('Active')
  await page.getByRole('button', { name: 'Issue key' }).click()
  const frame = await framedForm(page)
  const label = `Spied ${Date.now()}`
  await frame.getByLabel('Label').fill(label)
  await frame.getByLabel(/^apps:read/).check()
  await frame.getByRole('button', { name: 'Issue key', exact: true }).last().click()
  const secret = await secretIn(frame)
  expect(await spied(page)).toContain('request')
  expect(await spied(page)).not.toContain(secret.slice(12))
  await frame.getByRole('checkbox', { name: /copied/ }).check()
  await frame.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('row', { name: label })).toBeVisible()
  await tell(page, 'dark')
  await tell(page, 'german')
  await expect(page.getByRole('button', { name: 'Schlüssel ausstellen' })).toBeVisible()
  expect(await spied(page)).not.toContain(secret.slice(12))
  expect(await heardBy(page, 'error')).toEqual([])
})

test('EM-9 with the cookies of third parties blocked, nothing is missed', async ({
  page,
  hosts,
  context,
}) => {
  const cookies: string[] = []
  page.on('request', async (request) => {
    const { cookie } = await request.allHeaders().catch(() => ({ cookie: undefined }))
    if (cookie) cookies.push(request.url())
  })
  // Storage of any kind is refused to frames of another site, as browsers begin to.
  await context.addInitScript(() => {
    if (window.top === window) return
    for (const store of ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore'])
      Object.defineProperty(window, store, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
  })
  await page.goto(hosts.page('plain'))
  await expect(keysTable(page)).toBeVisible()
  await page.getByRole('button', { name: 'Issue key' }).click()
  await expect(page.frameLocator('iframe').getByLabel('Label')).toBeVisible()
  expect(cookies).toEqual([])
})

for (const [hours, word] of [
  [-1, 'slow'],
  [1, 'fast'],
] as const) {
  test(`EM-9 a clock that is an hour ${word} ends no session, and asks for none too often`, async ({
    page,
    hosts,
  }) => {
    await page.clock.install({ time: Date.now() + hours * 3_600_000 })
    await page.goto(hosts.page('plain'))
    await page.clock.runFor(2_000)
    await expect(keysTable(page)).toBeVisible({ timeout: 20_000 })
    await page.getByRole('combobox', { name: 'State' }).selectOption('Active')
    await page.clock.runFor(10_000)
    await expect(keysTable(page)).toBeVisible()
    const asked = await page.evaluate(() => Reflect.get(window, 'stranger').asked.sessions)
    expect(asked).toBe(1)
    expect(await heardBy(page, 'error')).toEqual([])
  })
}

/** All that the scripts of the page wrote down, and what they see in roots that they kept. */
const spied = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const roots = Reflect.get(window, 'roots') as readonly ShadowRoot[]
    const values = roots.flatMap((root) =>
      [...root.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value')),
    )
    const seen = [document.documentElement.outerHTML, ...roots.map(({ innerHTML }) => innerHTML)]
    return [...(Reflect.get(window, 'spied') as readonly string[]), ...seen, ...values].join('\n')
  })

/** How each part of our view is drawn, in a line. */
async function looks(page: Page): Promise<readonly string[]> {
  await expect(keysTable(page)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: /^Actions/ }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Columns' })).toBeVisible()
  // The use of this key is told a moment later: by the very session that shows it.
  await expect(page.getByRole('row', { name: 'Server of Harbour' }).locator('time')).toHaveCount(2)
  return page.evaluate(() => {
    const names = [
      'color backgroundColor fontFamily fontSize lineHeight fontStyle letterSpacing wordSpacing',
      'textTransform textAlign direction borderTopStyle borderTopWidth borderTopColor marginTop',
      'paddingTop paddingLeft display position opacity float filter visibility cursor whiteSpace',
    ].flatMap((line) => line.split(' '))
    const lines: string[] = []
    const walk = (element: Element) => {
      for (const inner of [...(element.shadowRoot?.children ?? []), ...element.children]) {
        const style = getComputedStyle(inner)
        // What is not drawn at all looks like nothing.
        if (style.display === 'none') continue
        const values = names.map((name) => `${name}: ${Reflect.get(style, name)}`)
        lines.push(`${inner.localName}.${inner.getAttribute('class') ?? ''} ${values.join('; ')}`)
        walk(inner)
      }
    }
    walk(document.querySelector('sonaqor-keys')!)
    return lines
  })
}
