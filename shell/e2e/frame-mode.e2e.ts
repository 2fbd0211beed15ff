/** EM-4: a whole view in a sandboxed frame of our own, with the same API as in the page. */
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { focusedIn, tabTo } from './keyboard.ts'
import { framedForm, secretIn } from './keys.ts'

/** Shows the portal's keys in a frame, as its settings let a merchant choose. */
async function openFramed(page: Page, url: string) {
  await page.addInitScript(() => {
    if (window !== window.top) return
    localStorage.setItem('tidewater-choices', JSON.stringify({ mode: 'frame' }))
    const heard: string[] = []
    Object.assign(window, { heard })
    for (const name of ['loading', 'ready', 'error', 'state', 'resize', 'session']) {
      document.addEventListener(`sonaqor-${name}`, (event) =>
        heard.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`),
      )
    }
  })
  await page.goto(url)
  const frame = page.frameLocator('sonaqor-keys iframe.placed')
  await expect(frame.getByRole('table')).toBeVisible({ timeout: 20_000 })
  return frame
}

const heardBy = (page: Page) =>
  page.evaluate(() => (Reflect.get(window, 'heard') as string[]).join('\n'))

test('EM-4 the view stands in a sandboxed frame of ours, as high as it is, and tells what it tells', async ({
  page,
  house,
}) => {
  const frame = await openFramed(page, `${house.portalUrl}/keys?state=active`)
  const element = page.locator('sonaqor-keys iframe.placed')
  const sandbox = (await element.getAttribute('sandbox')) ?? ''
  expect(sandbox.split(' ')).toEqual(expect.arrayContaining(['allow-scripts', 'allow-forms']))
  expect(sandbox).not.toContain('allow-top-navigation')
  await expect(frame.getByRole('combobox', { name: 'State' })).toHaveValue('active')
  const inner = () =>
    frame.locator('body').evaluate(({ ownerDocument }) => {
      const { scrollHeight, clientHeight } = ownerDocument.documentElement
      return scrollHeight - clientHeight
    })
  await expect.poll(inner, 'it follows its view').toBeLessThanOrEqual(0)

  await frame.getByRole('searchbox', { name: 'Search keys' }).fill('zz')
  await expect(page).toHaveURL(/search=zz/)
  const heard = await heardBy(page)
  for (const word of ['loading', 'ready', 'session {"state":"open"}', 'resize']) {
    expect(heard).toContain(word)
  }
})

test('EM-4 the head of a list stays at the top of the screen, though the frame does not scroll', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 1280, height: 360 })
  const frame = await openFramed(page, `${house.portalUrl}/keys`)
  const place = page.locator('sonaqor-keys iframe.placed')
  const height = async () => (await place.boundingBox())?.height
  await expect.poll(height, 'as high as its rows').toBeGreaterThan(300)
  const head = frame.getByRole('columnheader').first()
  const top = async () => (await head.boundingBox())?.y ?? Number.NaN
  await page.mouse.wheel(0, (await top()) + 30)
  await expect.poll(async () => Math.abs(await top())).toBeLessThan(1)
  expect((await place.boundingBox())?.y).toBeLessThan(-100)
})

test('EM-9 another look and language lose no draft there', async ({ page, house }) => {
  const frame = await openFramed(page, `${house.portalUrl}/keys`)
  const search = frame.getByRole('searchbox')
  await search.fill('Check')
  await page.evaluate(async () => {
    const { choose } = await import('/choices.js' as string)
    choose({ theme: 'dark', language: 'de' })
  })
  await expect(frame.getByRole('heading', { name: 'API-Schlüssel' })).toBeVisible()
  await expect(search).toHaveValue('Check')
  const scheme = await frame.locator('html').evaluate(({ style }: HTMLElement) => style.colorScheme)
  expect(scheme).toBe('dark')
})

test('EM-4 a key issued from there: its secret stands in the frame above the page alone', async ({
  page,
  house,
}) => {
  const frame = await openFramed(page, `${house.portalUrl}/keys`)
  const label = `Framed ${Date.now()}`
  await frame.getByRole('button', { name: 'Issue key' }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  const form = await framedForm(page)
  await expect(form.getByRole('button', { name: 'Issue key' })).toBeInViewport({ ratio: 1 })
  await form.getByLabel('Label').fill(label)
  await form.getByRole('checkbox', { name: 'apps:read' }).check()
  await expect(dialog.getByRole('heading')).toBeInViewport({ ratio: 1 })
  await form.getByRole('button', { name: 'Issue key' }).last().click()
  const secret = await secretIn(form)
  expect(await heardBy(page)).not.toContain(secret)
  await form.getByRole('checkbox', { name: /copied/ }).check()
  await form.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(frame.getByRole('row', { name: label })).toBeVisible()
})

test('EM-4 a menu near the foot of what is seen of the frame opens where there is room', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  // A key that somebody else issues meanwhile would come above the row, and move it.
  await page.route('**/socket.io/**', (route) => route.abort())
  await page.routeWebSocket(/socket\.io/, (socket) => socket.close())
  const frame = await openFramed(page, `${house.portalUrl}/keys`)
  // And whenever the list is read anew, it goes on showing what it shows.
  await page.route('**/v1/keys?*', () => undefined)
  const place = page.locator('sonaqor-keys iframe.placed')
  const opener = frame.getByRole('button', { name: /^Actions for / }).first()
  await opener.evaluate((button) => button.scrollIntoView({ block: 'end' }))
  const belowOf = async () => {
    const box = await place.boundingBox()
    return box ? box.y + box.height - 500 : 0
  }
  expect(await belowOf(), 'the frame ends below the screen').toBeGreaterThan(100)
  await opener.press('Enter')
  await expect(frame.getByRole('menu')).toBeInViewport({ ratio: 1 })
})

test('EM-4 the keyboard goes in and out of the frame, and a drawer in it stands on the screen', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  const frame = await openFramed(page, `${house.portalUrl}/keys`)
  await tabTo(page, 'Issue key')
  await page.keyboard.press('Shift+Tab')
  expect(await focusedIn(page)).not.toContain('Issue key')
  const row = frame.getByRole('button', { name: /^Open / }).last()
  await row.scrollIntoViewIfNeeded()
  await row.press('Enter')
  const drawer = frame.getByRole('dialog')
  await expect(drawer).toBeVisible()
  await expect
    .poll(async () => {
      const box = await drawer.boundingBox()
      return box !== null && box.y >= -1 && box.y + box.height <= 501
    })
    .toBe(true)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
})
