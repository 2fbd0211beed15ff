/** Every screen of the shell and of the portal, and the way to it from the one before. */
import type { Page } from '@playwright/test'
import { expect } from './journey.ts'
import { jobScreens } from './job-screens.ts'
import { askToRevoke, secretIn } from './keys.ts'
import { teamScreens } from './team-screens.ts'

export interface Screen {
  readonly name: string
  show(page: Page): Promise<void>
  /** Undoes what `show` did to the page's network. */
  leave?(page: Page): Promise<void>
}

const go = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const openEntry = async (page: Page) => {
  await page
    .getByRole('table', { name: /Requests/ })
    .getByRole('row')
    .nth(1)
    .click()
  await expect(page.getByText('Response headers')).toBeVisible()
}

const openKey = async (page: Page) => {
  await page
    .getByRole('table', { name: /API keys/ })
    .getByRole('row')
    .nth(1)
    .click()
  await expect(page.getByText('What it may do')).toBeVisible()
}

/** The key of a walk: others go beside it, and each takes back its own. */
const seenBy = (who: string, page: Page) => `Seen by ${who} at ${page.viewportSize()?.width} px`

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
  ...teamScreens,
  ...jobScreens,
  {
    name: 'account',
    show: async (page) => {
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
  {
    name: 'audit',
    show: async (page) => {
      await page.keyboard.press('Escape')
      await go(page, 'Audit log')
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
      await expect(page.getByRole('radio', { name: 'The whole log' })).toBeVisible()
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

/** In a partner's page; the address is the portal's. */
export const portalScreens = (portalUrl: string): readonly Screen[] => [
  {
    name: 'portal-home',
    show: async (page) => {
      await page.goto(portalUrl)
      await expect(page.getByText('Harbour Books')).toBeVisible()
    },
  },
  {
    name: 'portal-keys',
    show: async (page) => {
      await go(page, 'API keys')
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  { name: 'portal-key', show: openKey },
  {
    name: 'portal-issue-key',
    show: async (page) => {
      await close(page)
      await press(page, 'Issue key')
      await expect(page.frameLocator('iframe').getByLabel('Label')).toBeVisible()
    },
  },
  {
    name: 'portal-key-issued',
    show: async (page) => {
      const frame = page.frameLocator('iframe')
      await frame.getByLabel('Label').fill(seenBy('a partner', page))
      await frame.getByRole('checkbox', { name: 'apps:read' }).check()
      await frame.getByRole('button', { name: 'Issue key' }).click()
      await secretIn(frame)
    },
  },
  {
    name: 'portal-key-held',
    show: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await expect(page.getByRole('button', { name: 'I have stored it' })).toBeVisible()
    },
  },
  {
    name: 'portal-revoke-key',
    show: async (page) => {
      const frame = page.frameLocator('iframe')
      await frame.getByRole('checkbox', { name: /copied/ }).check()
      await frame.getByRole('button', { name: 'Done' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await askToRevoke(page, seenBy('a partner', page))
    },
  },
  {
    name: 'portal-logs',
    show: async (page) => {
      await page.getByRole('button', { name: 'Revoke key' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await go(page, 'Logs')
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  { name: 'portal-log-entry', show: openEntry },
]
