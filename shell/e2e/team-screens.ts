/** The screens of the team and of its access reviews. They leave nobody invited and nothing signed. */
import type { Page } from '@playwright/test'
import { expect } from './journey.ts'
import type { Screen } from './screen.ts'

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).last().click()

/** The second of the table: the first is not the one who looks, nor the last owner. */
async function openMember(page: Page): Promise<void> {
  await page.goto('/team?role=developer')
  await page
    .getByRole('table')
    .getByRole('row', { name: /Developer/ })
    .first()
    .click()
  await expect(page.getByRole('dialog').getByText('Member ID')).toBeVisible()
}

export const teamScreens: readonly Screen[] = [
  {
    name: 'team',
    show: async (page) => {
      await page.goto('/team')
      await expect(page.getByRole('table', { name: /Members/ })).toBeVisible()
    },
  },
  {
    name: 'invite-people',
    show: async (page) => {
      await press(page, 'Invite people')
      await expect(dialog(page, 'Invite people').getByLabel('E-mail addresses')).toBeVisible()
    },
  },
  {
    name: 'invite-people-answered',
    show: async (page) => {
      await page.getByLabel('E-mail addresses').fill('nobody')
      await page.getByRole('radio', { name: 'Viewer' }).check({ force: true })
      await press(page, 'Send 1 invitation')
      await expect(dialog(page, '0 of 1 invited')).toBeVisible()
    },
  },
  {
    name: 'roles',
    show: async (page) => {
      await page.goto('/team?open=permissions')
      await expect(dialog(page, 'What roles may do')).toBeVisible()
    },
  },
  { name: 'member', show: openMember },
  {
    name: 'member-rights',
    show: async (page) => {
      await page.getByRole('tab', { name: 'What may they do?' }).click()
      await page.getByRole('combobox').last().fill('team.remove')
      await page.getByRole('option', { name: /^team\.remove/ }).click()
      await expect(page.getByText(/^No, .* may not do this$/)).toBeVisible()
    },
  },
  {
    name: 'change-role',
    show: async (page) => {
      await press(page, 'Change role…')
      await page.getByRole('radio', { name: 'Analyst' }).check({ force: true })
      await expect(page.getByRole('region', { name: 'Gained' })).toBeVisible()
    },
  },
  {
    name: 'team-log',
    show: async (page) => {
      await page.goto('/team?tab=log')
      const somethingOrNothing = /What was done to the team|Nothing was done to the team/
      await expect(page.getByText(somethingOrNothing).first()).toBeAttached()
    },
  },
  {
    name: 'access-reviews',
    show: async (page) => {
      await page.goto('/team?tab=reviews')
      await expect(page.getByRole('button', { name: 'Start review' }).first()).toBeVisible()
    },
  },
  {
    name: 'access-review',
    show: async (page) => {
      await page.getByRole('button', { name: 'Start review' }).first().click()
      await page.getByRole('radio', { name: 'All members and keys' }).check({ force: true })
      await press(page, 'Start review')
      await expect(page.getByRole('table', { name: /reviewed/ })).toBeVisible()
    },
  },
  {
    name: 'discard-review',
    show: async (page) => {
      await press(page, 'Discard…')
      await expect(dialog(page, 'Discard this access review?')).toBeVisible()
    },
    leave: async (page) => {
      await press(page, 'Discard review')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
  },
]
