/** The screens of keys. They leave none behind that opens anything. */
import type { Page } from '@playwright/test'
import { expect } from './journey.ts'
import { actOn, askToRevoke, secretIn } from './keys.ts'
import { go, press, close, openKey, seenBy, type Screen } from './screen.ts'

/** Says that the secret in view is stored, and goes back to the list. */
async function store(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /copied/ }).check()
  await press(page, 'Done')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

export const keyScreens: readonly Screen[] = [
  {
    name: 'keys',
    show: async (page) => {
      await close(page)
      await go(page, 'API keys')
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  {
    name: 'check-key',
    show: async (page) => {
      await press(page, 'Check a key…')
      await expect(page.getByLabel('Pasted key')).toBeFocused()
    },
  },
  {
    name: 'key-checked',
    show: async (page) => {
      await page.getByLabel('Pasted key').fill('sq_test_cut')
      await press(page, 'Check key')
      await expect(page.getByText(/mistyped or cut$/)).toBeVisible()
    },
  },
  {
    name: 'key',
    show: async (page) => {
      await close(page)
      await openKey(page)
    },
  },
  {
    name: 'issue-key',
    show: async (page) => {
      await close(page)
      await press(page, 'Issue key')
      await expect(page.getByRole('dialog').getByLabel('Label')).toBeVisible()
    },
  },
  {
    name: 'issue-key-refused',
    show: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Issue key' }).click()
      await expect(page.getByRole('dialog').getByLabel('Label')).toHaveAttribute(
        'aria-invalid',
        'true',
      )
    },
  },
  {
    name: 'key-issued',
    show: async (page) => {
      await page.getByLabel('Label').fill(seenBy('a member', page))
      await page.getByRole('checkbox', { name: 'apps:read' }).check()
      await page.getByRole('dialog').getByRole('button', { name: 'Issue key' }).click()
      await secretIn(page)
    },
  },
  {
    name: 'key-held',
    show: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await expect(page.getByRole('button', { name: 'I have stored it' })).toBeVisible()
    },
  },
  {
    name: 'edit-key',
    show: async (page) => {
      await store(page)
      await actOn(page, seenBy('a member', page), 'Edit…')
      await expect(page.getByLabel('Allowed addresses')).toBeVisible()
    },
  },
  {
    name: 'edit-key-refused',
    show: async (page) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Allowed addresses').fill('everywhere')
      // It has one scope, and is to keep one.
      await dialog.getByRole('checkbox', { name: /^apps:read/ }).uncheck()
      await dialog.getByRole('button', { name: 'Save changes' }).click()
      await expect(dialog.getByText(/is no IP address/)).toBeVisible()
    },
  },
  {
    name: 'rotate-key',
    show: async (page) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(dialog).toHaveCount(0)
      await actOn(page, seenBy('a member', page), 'Rotate…')
      await expect(page.getByRole('radio', { name: /^24 hours/ })).toBeChecked()
    },
  },
  {
    name: 'key-rotated',
    show: async (page) => {
      await press(page, 'Rotate key')
      await expect(page.getByText('Key rotated')).toBeVisible()
    },
  },
  {
    name: 'key-rotation',
    show: async (page) => {
      await store(page)
      await page
        .getByRole('row', { name: seenBy('a member', page) })
        .first()
        .click()
      await expect(page.getByText('Not safe to end yet')).toBeVisible()
    },
  },
  {
    name: 'end-old-secret',
    show: async (page) => {
      await press(page, 'End the old secret now…')
      await expect(page.getByRole('dialog', { name: /^End the old secret/ })).toBeVisible()
    },
  },
  {
    name: 'revoke-key',
    show: async (page) => {
      await press(page, 'End old secret')
      await expect(page.getByText('Not safe to end yet')).toHaveCount(0)
      await close(page)
      await askToRevoke(page, seenBy('a member', page))
    },
    leave: async (page) => {
      await press(page, 'Revoke key')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
  },
  {
    name: 'keys-empty',
    show: async (page) => {
      await page.goto('/keys?search=nothing')
      await expect(page.getByText('No keys match the filters')).toBeVisible()
    },
  },
]
