/** The screens of what partners show of us: whose pages are open, how they look, whether they work. */
import { expect } from './journey.ts'
import type { Screen } from './screen.ts'

const tab = (name: string): Screen => ({
  name: `embeds-${name.toLowerCase()}`,
  show: async (page) => {
    await page.getByRole('tab', { name }).click()
    await expect(page.getByRole('tab', { name, selected: true })).toBeVisible()
  },
})

export const embedScreens: readonly Screen[] = [
  {
    name: 'embeds',
    show: async (page) => {
      await page.goto('/embeds')
      await expect(page.getByRole('heading', { level: 1, name: 'Embeds' })).toBeVisible()
      await expect(page.getByRole('tabpanel').getByRole('search')).toBeVisible()
    },
  },
  tab('Appearance'),
  tab('Doctor'),
]
