/** The screens of webhooks: endpoints, what was delivered to them, and how they are tried out. */
import type { Page } from '@playwright/test'
import { expect } from './journey.ts'
import { close, press, seenBy, type Screen } from './screen.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const nameIn = (page: Page) => seenBy('a receiver', page)
/** Nobody listens there, and an attempt fails at once. */
const nowhere = 'http://127.0.0.1:9/hooks'

const messages = (page: Page) => page.getByRole('table', { name: 'Messages' })

const openEndpoint = async (page: Page) => {
  await page
    .getByRole('row', { name: nameIn(page) })
    .first()
    .click()
  await expect(dialog(page).getByText('Settings')).toBeVisible()
}

const ask = async (page: Page, act: string) => {
  await press(page, `Actions for ${nameIn(page)}`)
  await page.getByRole('menuitem', { name: act }).click()
}

export const webhookScreens: readonly Screen[] = [
  {
    name: 'webhooks',
    show: async (page) => {
      await page.goto('/webhooks')
      await expect(page.getByRole('heading', { name: 'Webhooks' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Add endpoint' }).first()).toBeVisible()
    },
  },
  {
    name: 'add-endpoint',
    show: async (page) => {
      await press(page, 'Add endpoint')
      await expect(dialog(page).getByRole('textbox', { name: 'URL' })).toBeVisible()
    },
  },
  {
    name: 'add-endpoint-refused',
    show: async (page) => {
      await dialog(page).getByRole('button', { name: 'Add endpoint' }).click()
      await expect(dialog(page).getByRole('textbox', { name: 'URL' })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
    },
  },
  {
    name: 'event-types',
    show: async (page) => {
      await dialog(page).getByText('Chosen types').click()
      await press(page, /^Schema and example/)
      await expect(dialog(page).getByText('Example', { exact: true }).first()).toBeVisible()
    },
  },
  {
    name: 'add-endpoint-more',
    show: async (page) => {
      await dialog(page).getByText('All events').click()
      await press(page, 'More settings')
      await press(page, 'Add condition')
      await expect(dialog(page).getByLabel('Transformation')).toBeAttached()
    },
  },
  {
    name: 'endpoint-added',
    show: async (page) => {
      await press(page, 'Remove condition 1')
      await dialog(page).getByRole('textbox', { name: 'URL' }).fill(nowhere)
      await dialog(page)
        .getByRole('textbox', { name: /^Label/ })
        .fill(nameIn(page))
      await dialog(page).getByRole('button', { name: 'Add endpoint' }).click()
      await expect(page.getByText('Webhook secret')).toBeVisible()
    },
  },
  {
    name: 'endpoint',
    show: async (page) => {
      await press(page, 'Done')
      await expect(dialog(page)).toHaveCount(0)
      await openEndpoint(page)
    },
  },
  {
    name: 'endpoint-secret',
    show: async (page) => {
      await close(page)
      await ask(page, 'Show secret…')
      await expect(dialog(page).getByRole('button', { name: 'Show secret' })).toBeVisible()
    },
  },
  {
    name: 'rotate-endpoint-secret',
    show: async (page) => {
      await close(page)
      await ask(page, 'Rotate secret…')
      await expect(dialog(page).getByRole('radio', { name: /^24 hours/ })).toBeChecked()
    },
  },
  {
    name: 'replay',
    show: async (page) => {
      await close(page)
      await ask(page, 'Replay a range…')
      await press(page, 'Show what would be sent')
      await expect(
        dialog(page)
          .getByText(/would be sent$|nothing to send/)
          .last(),
      ).toBeVisible()
    },
  },
  {
    name: 'test-sent',
    show: async (page) => {
      await close(page)
      await ask(page, 'Send a test')
      await page.getByRole('tabpanel').getByRole('button', { name: 'Send a test' }).click()
      await expect(page.getByText('The signature, step by step')).toBeVisible()
    },
  },
  {
    name: 'signature-debugged',
    show: async (page) => {
      await page.getByRole('tab', { name: 'Debug a signature' }).click()
      await page.getByLabel('Headers').fill('webhook-id: 1\nwebhook-signature: v1,abc=')
      await press(page, 'Check signature')
      await expect(page.getByText('The signature is not right')).toBeVisible()
    },
  },
  {
    name: 'endpoint-deliveries',
    show: async (page) => {
      await page.getByRole('tab', { name: 'Deliveries' }).click()
      await expect(page.getByRole('table', { name: 'Deliveries' })).toBeVisible()
    },
  },
  {
    name: 'delivery',
    show: async (page) => {
      // One that waits has no attempt to show.
      const tried = page.getByRole('table', { name: 'Deliveries' }).getByRole('row')
      await tried
        .filter({ hasText: /Failed|Retrying/ })
        .first()
        .click()
      await expect(dialog(page).getByText('Headers sent').first()).toBeVisible()
    },
  },
  {
    name: 'endpoint-overview',
    show: async (page) => {
      await close(page)
      await page.getByRole('tab', { name: 'Overview' }).click()
      await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    },
  },
  {
    name: 'delete-endpoint',
    show: async (page) => {
      await ask(page, 'Delete…')
      await expect(dialog(page).getByText(/This cannot be undone/)).toBeVisible()
    },
  },
  {
    name: 'webhook-logs',
    show: async (page) => {
      await dialog(page).getByRole('textbox').fill(nameIn(page))
      await press(page, 'Delete endpoint')
      await expect(dialog(page)).toHaveCount(0)
      await page.goto('/logs')
      await page.getByRole('tab', { name: 'Webhook logs' }).click()
      await expect(page.getByRole('heading', { name: 'Deliveries' })).toBeVisible()
      await expect(page.getByRole('table', { name: 'Deliveries' })).toBeVisible()
    },
  },
  {
    name: 'export-deliveries',
    show: async (page) => {
      await press(page, 'Export…')
      await expect(dialog(page).getByRole('button', { name: 'Start export' })).toBeVisible()
      await expect(dialog(page).getByText(/^[\d,]+ deliver(y|ies)$/)).toBeVisible()
    },
  },
  {
    name: 'inbox',
    show: async (page) => {
      await close(page)
      await page.goto('/webhooks?show=inbox')
      await expect(page.getByRole('heading', { name: 'What it answers' })).toBeVisible()
      await expect(messages(page)).toBeVisible()
    },
  },
  {
    name: 'inbox-message',
    show: async (page) => {
      await messages(page).getByRole('row').nth(1).click()
      await expect(dialog(page).getByRole('region', { name: 'Body' })).toBeVisible()
    },
  },
]
