/** Every screen of the shell, and the way to it from the one before. */
import { accountScreens } from './account-screens.ts'
import { auditScreens } from './audit-screens.ts'
import { embedScreens } from './embed-screens.ts'
import { jobScreens } from './job-screens.ts'
import { expect } from './journey.ts'
import { keyScreens } from './key-screens.ts'
import { projectScreens } from './project-screens.ts'
import { close, type Screen } from './screen.ts'
import { teamScreens } from './team-screens.ts'
import { webhookScreens } from './webhook-screens.ts'

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

/** As somebody who may see all of it. */
export const shellScreens: readonly Screen[] = [
  ...projectScreens,
  ...keyScreens,
  ...webhookScreens,
  ...embedScreens,
  ...teamScreens,
  ...jobScreens,
  ...accountScreens,
  ...auditScreens,
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
