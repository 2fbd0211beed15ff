/** The screens of background work: an export is started, and looked at when it is done. */
import { expect } from './journey.ts'
import type { Screen } from './screen.ts'

export const jobScreens: readonly Screen[] = [
  {
    name: 'jobs',
    show: async (page) => {
      await page.goto('/work')
      await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible()
    },
  },
  {
    name: 'export-audit-log',
    show: async (page) => {
      await page.getByRole('button', { name: 'Export audit log' }).first().click()
      await expect(page.getByRole('dialog').getByLabel('Entries')).toBeVisible()
    },
  },
  {
    name: 'job',
    show: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Start export' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.getByRole('button', { name: /^Download audit-/ }).first()).toBeVisible()
      await page.reload()
      const table = page.getByRole('table', { name: 'Earlier jobs' })
      await table.getByRole('row').nth(1).click()
      await expect(page.getByRole('dialog').getByText('SHA-256')).toBeVisible()
    },
  },
]
