/** EM-13: whoever embeds us is told in their own page what hinders it, and what to change. */
import type { Locator, Page } from '@playwright/test'
import { violationsOn } from './accessible.ts'
import { expect, test } from './journey.ts'

/** Opens the doctor as a developer does in the console, and waits until it has looked. */
async function openDoctor(page: Page): Promise<Locator> {
  await page.waitForFunction(() => 'Sonaqor' in window)
  await page.evaluate(() =>
    (window as unknown as { Sonaqor: { doctor(): Promise<void> } }).Sonaqor.doctor(),
  )
  return page.getByRole('dialog', { name: 'Embed doctor' })
}

const found = (doctor: Locator, check: string) => doctor.locator(`[data-check="${check}"]`)

/** Gives the page a further policy, as a document may name one of its own. */
async function withPolicy(page: Page, policy: string): Promise<void> {
  await page.addInitScript((content) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'Content-Security-Policy'
    meta.content = content
    const watcher = new MutationObserver(() => {
      if (!document.head) return
      watcher.disconnect()
      document.head.prepend(meta)
    })
    watcher.observe(document, { childList: true, subtree: true })
  }, policy)
}

test('EM-13 on the portal all is well, whatever its styles say', async ({ page, house }) => {
  await page.goto(`${house.portalUrl}/keys`)
  await expect(page.getByRole('table')).toBeVisible()
  const doctor = await openDoctor(page)
  await expect(doctor.getByRole('status')).toHaveText('All is well.')
  await expect(doctor.locator('[data-state="wrong"], [data-state="warning"]')).toHaveCount(0)
  await page.evaluate(() => {
    const loud = new CSSStyleSheet()
    loud.replaceSync('div, section, header, h2, p, button { display: none !important }')
    document.adoptedStyleSheets.push(loud)
  })
  await expect(doctor.getByRole('heading', { name: 'Embed doctor' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(doctor).toHaveCount(0)
})

test.describe('where a policy is too strict', () => {
  test.use({
    provokes: /^(connect|frame)-src: |Content Security Policy|cannot be reached|ERR_BLOCKED_BY_CSP/,
  })

  test('EM-13 each directive that is missing is named, with the line to add', async ({
    page,
    house,
  }) => {
    await withPolicy(page, `connect-src 'self' ${house.url}; frame-src 'none'`)
    await page.goto(`${house.portalUrl}/keys`)
    await expect(page.getByRole('table')).toBeVisible()
    const doctor = await openDoctor(page)
    await expect(found(doctor, 'policy.connect')).toContainText(house.url.replace(/^http/, 'ws'))
    await expect(found(doctor, 'policy.connect')).toHaveAttribute('data-state', 'wrong')
    await expect(found(doctor, 'policy.frame')).toContainText(`frame-src ${house.url};`)
    await expect(found(doctor, 'network.live')).toBeVisible()
    await expect(found(doctor, 'network.frame')).toBeVisible()
  })

  test('EM-13 a page that may not call us at all is told so, too', async ({ page, house }) => {
    await withPolicy(page, "connect-src 'self'")
    await page.goto(`${house.portalUrl}/keys`)
    const doctor = await openDoctor(page)
    await expect(found(doctor, 'policy.connect')).toContainText(house.url)
    await expect(found(doctor, 'release.registry')).toHaveAttribute('data-state', 'wrong')
    await expect(found(doctor, 'session.exchange')).toHaveAttribute('data-state', 'unknown')
  })
})

test('EM-13 by the address it opens too; a clock that is an hour off is told, and hinders nothing', async ({
  page,
  house,
}) => {
  await page.addInitScript(() => {
    const { now } = Date
    Date.now = () => now() + 3_600_000
  })
  await page.goto(`${house.portalUrl}/keys#sonaqor-doctor`)
  await expect(page.getByRole('table')).toBeVisible()
  const doctor = page.getByRole('dialog', { name: 'Embed doctor' })
  await expect(found(doctor, 'clock.off')).toContainText('60 minutes ahead')
  await expect(doctor.locator('[data-state="wrong"]')).toHaveCount(0)
})

test('EM-13 a view that is not in the session is named, and so is an element that is none', async ({
  page,
  house,
}) => {
  await page.goto(`${house.portalUrl}/keys`)
  await expect(page.getByRole('table')).toBeVisible()
  await page.evaluate(() => {
    document.body.append(
      document.createElement('sonaqor-team'),
      document.createElement('sonaqor-projects'),
    )
  })
  const doctor = await openDoctor(page)
  await expect(doctor).toContainText('The session does not list home.projects')
  await expect(doctor).toContainText('No module has an element <sonaqor-team>')
})

test.describe('at an origin that the session does not name', () => {
  test.use({ provokes: /403|third party: http:\/\/localhost/ })

  test('EM-13 it is named as it has to be registered, and the dashboard tells of it', async ({
    page,
    house,
    signIn,
    newBrowser,
  }) => {
    const foreign = house.portalUrl.replace('127.0.0.1', 'localhost')
    // Its own server opens sessions for the origin that it knows.
    await page.route('**/sonaqor-session', async (route) => {
      const url = `${house.portalUrl}/sonaqor-session`
      const headers = { ...route.request().headers(), origin: house.portalUrl }
      await route.fulfill({ response: await route.fetch({ url, headers }) })
    })
    await page.goto(`${foreign}/keys`)
    const doctor = await openDoctor(page)
    await expect(found(doctor, 'origin.unregistered')).toContainText(foreign)
    await expect(found(doctor, 'session.exchange')).toContainText('not opened for the origin')

    const dashboard = await (await newBrowser()).newPage()
    await signIn('developer', dashboard)
    await dashboard.goto(`/embeds?tab=doctor&appId=${house.app.id}`)
    const refused = dashboard.getByRole('region', { name: 'Refused pages' })
    await expect(refused.getByRole('table')).toContainText(`register ${foreign} with the app`)

    await dashboard
      .getByLabel('Headers of the page')
      .fill(`content-security-policy: script-src 'self'; trusted-types 'none'`)
    const verdict = dashboard.getByRole('region', { name: 'What was found in the page' })
    await expect(verdict).toContainText(`script-src 'self' ${house.url};`)
    await expect(verdict).toContainText('trusted-types sonaqor;')
    expect(await violationsOn(dashboard)).toEqual([])
  })
})
