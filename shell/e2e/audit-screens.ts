/** The screens of the audit log. */
import { expect } from './journey.ts'
import { press, close, type Screen } from './screen.ts'

export const auditScreens: readonly Screen[] = [
  {
    name: 'audit',
    show: async (page) => {
      await page.goto('/audit')
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  {
    name: 'audit-entry',
    show: async (page) => {
      await page.goto('/audit?action=keys.issued')
      await page.getByRole('table').getByRole('row').nth(1).click()
      await expect(page.getByRole('region', { name: 'What was recorded' })).toBeVisible()
    },
  },
  {
    name: 'audit-verified',
    show: async (page) => {
      await close(page)
      await press(page, 'Verify…')
      await expect(page.getByText('The log is intact')).toBeVisible()
    },
  },
  {
    name: 'audit-export',
    show: async (page) => {
      await close(page)
      await press(page, 'Export…')
      await expect(page.getByRole('option', { name: 'What the filters show' })).toHaveCount(1)
    },
  },
  {
    name: 'audit-exported',
    show: async (page) => {
      await press(page, 'Start export')
      await expect(page.getByRole('button', { name: /^Download audit-/ })).toBeVisible()
    },
  },
  {
    name: 'audit-empty',
    show: async (page) => {
      await close(page)
      await page.goto('/audit?ip=192.0.2.1')
      await expect(page.getByText('No entry matches the filters')).toBeVisible()
    },
  },
]
