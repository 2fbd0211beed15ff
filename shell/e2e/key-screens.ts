/** The screens of keys and of logs. */
import { expect } from './journey.ts'
import { askToRevoke, secretIn } from './keys.ts'
import { go, press, close, openEntry, openKey, seenBy, type Screen } from './screen.ts'

export const keyScreens: readonly Screen[] = [
  {
    name: 'keys',
    show: async (page) => {
      await close(page)
      await go(page, 'API keys')
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  { name: 'key', show: openKey },
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
    name: 'revoke-key',
    show: async (page) => {
      await page.getByRole('checkbox', { name: /copied/ }).check()
      await press(page, 'Done')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await askToRevoke(page, seenBy('a member', page))
    },
  },
  {
    name: 'logs',
    show: async (page) => {
      await page.getByRole('button', { name: 'Revoke key' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await go(page, 'Logs')
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  {
    name: 'range-of-time',
    show: async (page) => {
      await press(page, /Last 30 days/)
      await expect(page.getByText('Custom range')).toBeVisible()
    },
  },
  {
    name: 'log-entry',
    show: async (page) => {
      await page.keyboard.press('Escape')
      await openEntry(page)
    },
  },
  {
    name: 'logs-empty',
    show: async (page) => {
      await page.goto('/logs?path=/v1/nobody')
      await expect(page.getByText('No request matches the filters')).toBeVisible()
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
