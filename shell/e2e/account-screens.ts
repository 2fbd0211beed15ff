/** The screens of one’s own account, and of what one is told. */
import { expect } from './journey.ts'
import { close, go, press, type Screen } from './screen.ts'

export const accountScreens: readonly Screen[] = [
  {
    name: 'account',
    show: async (page) => {
      await close(page)
      await press(page, /^Account of/)
      await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
    },
  },
  {
    name: 'bell',
    show: async (page) => {
      await page.keyboard.press('Escape')
      await press(page, /^Notifications/)
      const panel = page.getByRole('region', { name: 'Notifications' })
      await expect(panel.getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'notifications',
    show: async (page) => {
      await page.getByRole('link', { name: 'See all notifications' }).click()
      await expect(page.getByRole('main').getByRole('listitem').nth(4)).toBeVisible()
    },
  },
  {
    name: 'what-one-hears-of',
    show: async (page) => {
      await page.getByRole('tab', { name: 'What you hear of' }).click()
      await expect(page.getByRole('switch').first()).toBeVisible()
    },
  },
  {
    name: 'delivery-log',
    show: async (page) => {
      await page.getByRole('tab', { name: 'Delivery log' }).click()
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  {
    name: 'account-profile',
    show: async (page) => {
      await go(page, 'Profile')
      await expect(page.getByRole('button', { name: 'Change e-mail' })).toBeVisible()
    },
  },
  {
    name: 'account-security',
    show: async (page) => {
      await go(page, 'Security')
      await expect(page.getByRole('button', { name: 'Change password' })).toBeVisible()
    },
  },
  {
    name: 'account-sessions',
    show: async (page) => {
      await go(page, 'Sessions')
      await expect(page.getByText('This session')).toBeVisible()
    },
  },
]
