/** EM-3: two strangers share a page, and neither changes how the other looks. */
import { expect, test } from './journey.ts'
import { openAt } from './at-portal.ts'

/** What loud styles would reach: how it is drawn, whatever room there is for it. */
const looks = [
  'backgroundColor',
  'borderTopColor',
  'borderTopLeftRadius',
  'borderTopStyle',
  'borderTopWidth',
  'boxSizing',
  'color',
  'cursor',
  'display',
  'fill',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontVariant',
  'fontWeight',
  'letterSpacing',
  'lineHeight',
  'listStyleType',
  'marginTop',
  'maxHeight',
  'opacity',
  'outlineStyle',
  'paddingTop',
  'paddingLeft',
  'position',
  'textAlign',
  'textDecorationLine',
  'textTransform',
  'visibility',
  'whiteSpace',
] as const

test('EM-3 the portal looks exactly as it does without us', async ({ page, context, house }) => {
  await context.route('**/embed/v1.js', (route) => route.fulfill({ body: '' }))
  const alone = await openAt(page, `${house.portalUrl}/logs`)
  const before = await alone.evaluate(lookOf, { root: 'page', looks })
  await context.unroute('**/embed/v1.js')
  await page.reload()
  await expect(page.getByRole('table')).toBeVisible()
  const after = await page.evaluate(lookOf, { root: 'page', looks })
  expect(before.length).toBeGreaterThan(10)
  expect(after).toEqual(before)
})

for (const [path, element, buttons, words] of [
  // The menus of its rows come after the page, and are looked at as well.
  ['/keys', 'sonaqor-keys', [/^Actions/, 'Columns'], undefined],
  // Its badge changes once the socket stands; its chooser of columns and its chart come after the page.
  ['/logs', 'sonaqor-logs', ['Columns'], 'Live'],
] as const) {
  test(`EM-3 ${element} looks exactly as it does without the portal's styles`, async ({
    page,
    context,
    house,
  }) => {
    const allIsThere = async () => {
      await expect(page.getByRole('table')).toBeVisible()
      for (const name of buttons) {
        await expect(page.getByRole('button', { name }).first()).toBeVisible()
      }
      // The figures of each key's use come last.
      await expect(page.locator('.sq-keys-use-place')).toHaveCount(0)
      if (!words) return
      await expect(page.getByText(words, { exact: true })).toBeVisible()
      await expect(page.getByRole('slider')).toBeVisible()
    }
    await page.clock.setFixedTime(new Date())
    await openAt(page, house.portalUrl + path)
    await allIsThere()
    const loud = await page.evaluate(lookOf, { root: element, looks })
    await context.route('**/portal.css', (route) =>
      route.fulfill({ contentType: 'text/css', body: '' }),
    )
    await page.reload()
    await allIsThere()
    const quiet = await page.evaluate(lookOf, { root: element, looks })
    expect(quiet.length).toBeGreaterThan(50)
    // Rows come and go; how any of them is drawn does not.
    expect([...new Set(loud)].toSorted()).toEqual([...new Set(quiet)].toSorted())
  })
}

/** How each element is drawn, in a line: of the page without our elements, or of one of ours. */
function lookOf({ root, looks: names }: { root: string; looks: readonly string[] }): string[] {
  const lineOf = (element: Element) => {
    const style = getComputedStyle(element)
    const values = names.map((name) => `${name}: ${Reflect.get(style, name)}`)
    return `${element.localName}.${element.getAttribute('class') ?? ''} ${values.join('; ')}`
  }
  if (root === 'page') {
    return (
      [...document.querySelectorAll('body, body *')]
        // What the portal says itself of a loader that did not come is no look of ours.
        .filter((one) => !one.localName.startsWith('sonaqor-') && !one.matches('.trouble'))
        .map(lineOf)
    )
  }
  const lines: string[] = []
  const walk = (element: Element) => {
    for (const inner of [...(element.shadowRoot?.children ?? []), ...element.children]) {
      lines.push(lineOf(inner))
      walk(inner)
    }
  }
  walk(document.querySelector(root)!)
  return lines
}
