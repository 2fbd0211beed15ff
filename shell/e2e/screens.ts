/** The screens of the shell that belong to no part of it. */
import { expect } from './journey.ts'
import { close, type Screen } from './screen.ts'

/** Before anybody has signed in. */
export const doorScreens: readonly Screen[] = [
  {
    name: 'sign-in',
    show: async (page) => {
      await page.goto('/')
      await expect(page.getByRole('group').first()).toBeVisible()
    },
  },
  {
    name: 'sign-in-refused',
    show: async (page) => {
      await page.getByLabel('E-mail').fill('nobody@nowhere.example')
      await page.getByLabel('Password').fill('not the password')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
]

/** What stands above every page, and in place of one that is not there. */
export const frameScreens: readonly Screen[] = [
  {
    name: 'nothing-here',
    show: async (page) => {
      await page.goto('/nowhere')
      await expect(page.getByRole('main').getByRole('button', { name: 'Try again' })).toBeVisible()
    },
  },
  {
    name: 'command-menu',
    show: async (page) => {
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeVisible()
    },
  },
  {
    name: 'shortcut-help',
    show: async (page) => {
      await close(page)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    },
  },
]

/** As somebody whose role lacks the scope. */
export const deniedScreens: readonly Screen[] = [
  {
    name: 'no-permission',
    show: async (page) => {
      await page.goto('/keys')
      await expect(page.getByRole('main').getByText('keys:read')).toBeVisible()
    },
  },
]
