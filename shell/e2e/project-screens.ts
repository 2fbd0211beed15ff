/** The screens of projects and of one app. */
import { expect } from './journey.ts'
import { go, press, close, type Screen } from './screen.ts'

export const projectScreens: readonly Screen[] = [
  {
    name: 'projects',
    show: async (page) => {
      await go(page, 'Projects')
      await expect(page.getByRole('table').first()).toBeVisible()
    },
  },
  {
    name: 'app',
    show: async (page) => {
      await page.getByRole('table').first().getByRole('row').nth(1).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'where-you-are',
    show: async (page) => {
      await close(page)
      await press(page, /^Where you are/)
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'create-project',
    show: async (page) => {
      await close(page)
      await press(page, 'Create project')
      await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible()
    },
  },
  {
    name: 'create-app',
    show: async (page) => {
      await close(page)
      await press(page, /^Create app in/)
      await expect(page.getByRole('dialog').getByLabel('Origins')).toBeVisible()
    },
  },
  {
    name: 'edit-project',
    show: async (page) => {
      await close(page)
      await press(page, /^Actions for/)
      await page.getByRole('menuitem', { name: 'Edit…' }).click()
      await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible()
    },
  },
  {
    name: 'delete-project',
    show: async (page) => {
      await close(page)
      await press(page, /^Actions for/)
      await page.getByRole('menuitem', { name: 'Delete…' }).click()
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'deleted',
    show: async (page) => {
      await close(page)
      await press(page, 'Deleted')
      await expect(page.getByRole('dialog', { name: 'Deleted' })).toBeVisible()
    },
  },
  {
    name: 'compare-environments',
    show: async (page) => {
      await close(page)
      await press(page, /^Actions for/)
      await page.getByRole('menuitem', { name: 'Compare environments…' }).click()
      await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeVisible()
    },
  },
  {
    name: 'app-page',
    show: async (page) => {
      await close(page)
      await page.getByRole('table').first().getByRole('row').nth(1).click()
      await press(page, 'Open app page')
      await expect(page.getByText('Would this address pass?')).toBeVisible()
      await expect(page.getByText(/is accepted/)).toBeVisible()
    },
  },
  {
    name: 'app-keys',
    show: async (page) => {
      await page.getByRole('tab', { name: 'Keys' }).click()
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  {
    name: 'app-settings',
    show: async (page) => {
      await page.getByRole('tab', { name: 'Settings' }).click()
      await expect(page.getByLabel('IP allowlist')).toBeVisible()
    },
  },
]
