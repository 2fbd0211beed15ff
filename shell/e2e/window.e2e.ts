/** EM-10: what no session of a partner's page may do is done in a window of ours, and seen there after. */
import { expect, test } from './journey.ts'
import { embedProduction } from './production-embed.ts'
import { enterCode } from './authenticator.ts'

for (const mode of ['shadow', 'frame']) {
  test(`EM-10 a production key is revoked in a window of ours, from a page with mode ${mode}`, async ({
    page,
    context,
    house,
  }) => {
    const label = `Till ${mode} ${Date.now()}`
    await embedProduction(page, house, label)
    await page.addInitScript((chosen) => {
      if (window !== window.top) return
      localStorage.setItem('tidewater-choices', JSON.stringify({ mode: chosen }))
    }, mode)
    await page.goto(`${house.portalUrl}/keys`)
    const view = mode === 'frame' ? page.frameLocator('sonaqor-keys iframe.placed') : page
    await view.getByRole('button', { name: `Actions for ${label}` }).click()
    const opening = context.waitForEvent('page')
    await view.getByRole('menuitem', { name: 'Revoke in a new window…' }).click()
    const ours = await opening
    await expect(view.getByText('Go on in the window that opened.')).toBeVisible()

    await ours.waitForURL(/\/keys\?/)
    expect(new URL(ours.url()).origin).toBe(house.url)
    expect(await ours.evaluate(() => window.opener)).toBeNull()
    const { email, password, totpSecret } = house.member('admin')
    await ours.getByLabel('E-mail').fill(email)
    await ours.getByLabel('Password').fill(password)
    await ours.getByRole('button', { name: 'Sign in', exact: true }).click()
    if (totpSecret) await enterCode(ours, totpSecret)
    await expect(
      ours.getByText(`You came from ${new URL(house.portalUrl).host}`, { exact: true }),
    ).toBeVisible()
    const dialog = ours.getByRole('dialog', { name: `Revoke “${label}”?` })
    await dialog.getByLabel(/Type/).fill(label)
    await dialog.getByRole('button', { name: 'Revoke key' }).click()
    await expect(dialog).toHaveCount(0)

    await expect(view.getByText('Go on in the window that opened.')).toHaveCount(0)
    await expect(view.getByRole('row', { name: label }).getByText('Revoked')).toBeVisible()
    await ours.keyboard.press('Escape')
    const closed = ours.waitForEvent('close')
    // The window may be gone before the press has ended.
    const button = ours.getByRole('button', { name: 'Close this window' })
    await button.click().catch(() => undefined)
    await closed
  })
}
