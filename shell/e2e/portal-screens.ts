/** The screens in a partner's page; the address is the portal's. */
import { expect } from './journey.ts'
import { askToRevoke, framedForm, secretIn } from './keys.ts'
import { close, go, openEntry, openKey, press, seenBy, type Screen } from './screen.ts'

export const portalKeyScreens = (portalUrl: string): readonly Screen[] => [
  {
    name: 'portal-home',
    show: async (page) => {
      await page.goto(portalUrl)
      await expect(page.getByText('Harbour Books')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
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
      const frame = await framedForm(page)
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
    leave: async (page) => {
      await press(page, 'Revoke key')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
  },
  {
    name: 'portal-logs',
    show: async (page) => {
      await go(page, 'Logs')
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  { name: 'portal-log-entry', show: openEntry },
]

export const portalPages = (portalUrl: string): readonly Screen[] => [
  {
    name: 'portal-webhooks',
    show: async (page) => {
      await page.goto(`${portalUrl}/webhooks`)
      await expect(page.getByRole('heading', { name: 'Webhook health' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Add endpoint' }).first()).toBeVisible()
    },
  },
  {
    name: 'portal-add-endpoint',
    show: async (page) => {
      await press(page, 'Add endpoint')
      await expect(page.frameLocator('iframe').getByLabel('URL')).toBeVisible()
    },
  },
  {
    name: 'portal-webhook-logs',
    show: async (page) => {
      await page.goto(`${portalUrl}/logs`)
      await page.getByRole('tab', { name: 'Webhook logs' }).click()
      await expect(page.getByRole('heading', { name: 'Deliveries' })).toBeVisible()
    },
  },
  {
    name: 'portal-dashboard',
    show: async (page) => {
      await page.goto(`${portalUrl}/live`)
      for (const name of ['Activity', 'Latest requests', 'Key usage', 'Job tracker']) {
        await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
      }
      await expect(page.getByRole('list', { name: 'Key usage' })).toBeVisible()
    },
  },
  {
    name: 'portal-app',
    show: async (page) => {
      await page.goto(`${portalUrl}/app`)
      await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Requests per day' })).toBeVisible()
    },
  },
  {
    name: 'portal-accountant',
    show: async (page) => {
      await page.goto(`${portalUrl}/accountant`)
      await expect(page.getByRole('table', { name: /API keys/ })).toHaveCount(2)
    },
  },
  {
    name: 'portal-settings',
    show: async (page) => {
      await page.goto(`${portalUrl}/settings`)
      await expect(page.getByRole('list', { name: 'Latest requests' })).toBeVisible()
    },
  },
]
