/** The screens of logs. */
import { expect } from './journey.ts'
import { go, openEntry, press, type Screen } from './screen.ts'

export const logScreens: readonly Screen[] = [
  {
    name: 'logs',
    show: async (page) => {
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
    name: 'log-redaction',
    show: async (page) => {
      await page.keyboard.press('Escape')
      // On a phone the acts stand behind the filters.
      const filters = page.getByRole('button', { name: /^Filters?\b/ })
      if (await filters.isVisible()) await filters.click()
      await press(page, 'More for these logs')
      await page.getByRole('menuitem', { name: 'Try out redaction…' }).click()
      await press(page, 'Show what is kept')
      await expect(page.getByText('What the log keeps')).toBeVisible()
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
]
