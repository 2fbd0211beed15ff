/** XC-4: what somebody does is found in the audit log, verified, taken away, and verified without us. */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { issueKey, revokeKey } from './keys.ts'

const go = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const run = promisify(execFile)

test('XC-4 a key is issued: its entry is found, seen, verified, exported, and verified by oneself', async ({
  page,
  house,
  signIn,
}, testInfo) => {
  test.slow()
  await signIn('owner')
  const label = `Audited ${Date.now()}`
  await go(page, 'API keys')
  await issueKey(page, page, { label, app: house.app.name })

  await test.step('it is found by its name', async () => {
    await go(page, 'Audit log')
    await page.getByLabel('Words, an id or an IP address').fill(label)
    await expect(page.getByRole('row', { name: label })).toHaveCount(1)
    // What was typed is asked for a moment later.
    await expect.poll(() => new URL(page.url()).searchParams.get('text')).toBe(label)
  })

  const drawer = page.getByRole('dialog', { name: 'Issued an API key' })
  await test.step('it says who did what, from where, and what was recorded', async () => {
    await page.getByRole('row', { name: label }).click()
    await expect(drawer.getByRole('region', { name: 'What was recorded' })).toContainText(label)
    for (const words of ['keys.issued', 'Member', 'From', 'Hash', 'Request id']) {
      await expect(drawer.getByText(words).first()).toBeVisible()
    }
  })

  await test.step('a link leads to all that was done to it, a change with what was and is', async () => {
    await drawer.getByRole('button', { name: 'Only entries about this' }).click()
    await expect(page.getByText(`On what: ${label}`)).toBeVisible()
    const link = page.url()
    await go(page, 'API keys')
    await revokeKey(page, label)
    await page.goto(link)
    await page.getByRole('row', { name: 'Revoked an API key' }).click()
    const changed = page.getByRole('region', { name: 'What changed' })
    await expect(changed.getByRole('listitem').filter({ hasText: 'state' })).toContainText(
      /was active.*is revoked/,
    )
    await page.keyboard.press('j')
    await expect(drawer).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the chain holds', async () => {
    await page.getByRole('button', { name: 'Verify…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Verify the log' })
    await expect(dialog.getByText('The log is intact')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).first().click()
  })

  await test.step('the whole log is taken away, and holds before the stand-alone verifier', async () => {
    const dialog = await startExport(page)
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: /^Download audit-/ }).click()
    expect((await download).suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)

    const [file, keys, verifier] = ['log.csv', 'keys.json', 'verify-audit.mjs'].map((name) =>
      testInfo.outputPath(name),
    )
    await (await download).saveAs(file!)
    await writeFile(keys!, await (await fetch(`${house.url}/v1/audit/keys`)).text())
    const served = await fetch(`${house.url}/docs/audit/verify-audit.mjs`)
    await writeFile(verifier!, await served.text())
    const { stdout } = await run(process.execPath, [verifier!, file!, '--keys', keys!])
    expect(stdout).toContain('HOLDS')
  })
})

/** Answers the dialog once there is a file. */
async function startExport(page: Page) {
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export audit log' })
  await dialog.getByLabel('Entries').selectOption({ label: 'The whole log' })
  await dialog.getByRole('button', { name: 'Start export' }).click()
  await expect(dialog.getByText(/The file can be downloaded until/)).toBeVisible()
  return dialog
}
