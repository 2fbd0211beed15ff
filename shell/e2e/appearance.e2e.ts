/** EM-3: how an embed looks is the page's to say, token by token, under the eyes of the reader. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

interface Look {
  readonly theme?: string
  readonly tokens?: Readonly<Record<string, string>>
  readonly dark?: Readonly<Record<string, string>>
}

/** Keeps what `Sonaqor.start` gives back, as a page of a partner does. */
async function openKeys(page: Page, url: string) {
  await page.addInitScript(() => {
    if (window !== window.top) return
    const handles: unknown[] = []
    let real: { start(options: unknown): unknown } | undefined
    Object.defineProperty(window, 'Sonaqor', {
      get: () => real,
      set(given: { start(options: unknown): unknown }) {
        const start = (options: unknown) => {
          const handle = given.start(options)
          handles.push(handle)
          return handle
        }
        real = { ...given, start }
      },
    })
    Object.assign(window, { handles })
  })
  await page.goto(url)
  await expect(page.getByRole('table')).toBeVisible({ timeout: 20_000 })
}

const update = (page: Page, appearance: Look) =>
  page.evaluate((look) => {
    const handles = Reflect.get(window, 'handles') as { update(change: object): void }[]
    for (const handle of handles) handle.update({ appearance: look })
  }, appearance)

test('EM-3 a look that changes loses no draft, focus or scroll, and one that goes leaves nothing', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  await openKeys(page, `${house.portalUrl}/keys`)
  const search = page.getByRole('searchbox', { name: 'Search keys' })
  const head = page.getByRole('columnheader').first()
  const field = await search.evaluateHandle((element) => element)
  const before = await head.evaluate((element) => getComputedStyle(element).backgroundColor)
  await search.fill('e')
  await page.evaluate(() => window.scrollTo(0, 60))
  const scrolled = await page.evaluate(() => window.scrollY)

  const tokens = { tableHeaderBackground: 'rgb(1, 2, 3)', inputRadius: '13px', fontSize: '15px' }
  await update(page, { theme: 'light', tokens })
  await expect(head).toHaveCSS('background-color', 'rgb(1, 2, 3)')
  await expect(search).toHaveCSS('border-radius', '13px')
  await expect(search).toHaveValue('e')
  await expect(search).toBeFocused()
  expect(await search.evaluate((element, same) => element === same, field)).toBe(true)
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)

  await update(page, { theme: 'light' })
  await expect(search).toHaveCSS('border-radius', '6px')
  await expect(head).toHaveCSS('background-color', before)
})

test('EM-3 what is chosen for the dark comes and goes with the reader’s system', async ({
  page,
  house,
}) => {
  await openKeys(page, `${house.portalUrl}/keys`)
  const head = page.getByRole('columnheader').first()
  await update(page, {
    theme: 'auto',
    tokens: { tableHeaderBackground: 'rgb(1, 2, 3)' },
    dark: { tableHeaderBackground: 'rgb(4, 5, 6)', tableHeaderPadding: '19px' },
  })
  await expect(head).toHaveCSS('background-color', 'rgb(1, 2, 3)')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(head).toHaveCSS('background-color', 'rgb(4, 5, 6)')
  await expect(head).toHaveCSS('padding-top', '19px')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(head).toHaveCSS('background-color', 'rgb(1, 2, 3)')
})

test('EM-3 an accent alone tints what follows it, and its words stay legible', async ({
  page,
  house,
}) => {
  await openKeys(page, `${house.portalUrl}/keys`)
  const act = page.getByRole('button', { name: 'Issue key' }).first()
  await update(page, { theme: 'light', tokens: { accent: 'rgb(255, 211, 77)' } })
  await expect(act).toHaveCSS('background-color', 'rgb(255, 211, 77)')
  await expect(act).toHaveCSS('color', 'oklch(0 0 0)')
  await update(page, { theme: 'light', tokens: { accent: 'rgb(20, 40, 120)' } })
  await expect(act).toHaveCSS('color', 'oklch(1 0 0)')
})

test('EM-3 the frame above the page looks likewise, and takes no value that loads something', async ({
  page,
  house,
}) => {
  await openKeys(page, `${house.portalUrl}/keys`)
  const tokens = {
    buttonPrimaryBackground: 'rgb(7, 8, 9)',
    codeFont: 'url(https://evil.example/a)',
  }
  await update(page, { theme: 'light', tokens })
  await page.getByRole('button', { name: 'Issue key' }).first().click()
  const frame = page.frameLocator('sonaqor-keys iframe')
  const act = frame.getByRole('button', { name: 'Issue key' })
  await expect(act).toHaveCSS('background-color', 'rgb(7, 8, 9)', { timeout: 20_000 })
  const taken = await frame
    .locator('html')
    .evaluate(({ style }: HTMLElement) => style.getPropertyValue('--sonaqor-code-font'))
  expect(taken).toBe('')
})

test('EM-3 in the shell a look is tried out, kept, and taken along', async ({
  page,
  house,
  signIn,
}) => {
  await signIn('developer')
  // What somebody had begun would be there again; here it begins anew.
  const { email, password } = house.member('developer')
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  await house.api(token).drafts.drop({ params: { kind: 'embeds.appearance', key: 'look' } })
  await page.goto('/embeds?tab=appearance')
  const accent = page.getByRole('textbox', { name: 'accent', exact: true })
  const kept = page.waitForResponse(
    (reply) => reply.url().includes('/drafts/') && reply.request().method() === 'PUT',
  )
  await accent.fill('#a8431f')
  const preview = page.getByRole('region', { name: 'Preview' })
  const act = preview.getByRole('button', { name: 'Issue key' })
  await expect(act).toHaveCSS('background-color', 'rgb(168, 67, 31)')
  await page.getByRole('textbox', { name: 'textQuiet', exact: true }).fill('#bbbbbb')
  await expect(page.getByRole('button', { name: /hard to read/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /hard to read/ })).toHaveCount(0)
  await kept
  await page.reload()
  await expect(accent).toHaveValue('#a8431f')
  await page.getByRole('button', { name: 'Export' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText("accent: '#a8431f',")
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(accent).toHaveValue('')
})
