/** The screens of what is not there: nothing yet, not any more, on its way, or lost on it. */
import type { Page, Route } from '@playwright/test'
import { expect } from './journey.ts'
import type { Screen } from './screen.ts'

/** What a browser says of the requests that are lost here on purpose. */
export const lost = /net::ERR_FAILED/

/** As somebody who may see all of it. `site` is the portal's address; without one it is the shell. */
export const unreadyScreens = (prefix = '', site = ''): readonly Screen[] => [
  during('**/v1/keys?*', emptied, {
    name: `${prefix}keys-none-yet`,
    show: async (page) => {
      await page.goto(`${site}/keys`)
      await expect(page.getByText('No keys yet')).toBeVisible()
    },
  }),
  during('**/v1/keys?*', held, {
    name: `${prefix}keys-loading`,
    show: async (page) => {
      await page.goto(`${site}/keys`)
      await expect(page.getByText('Loading', { exact: true })).toBeAttached()
      await expect(page.getByRole('heading', { name: 'API keys' }).first()).toBeVisible()
    },
  }),
  during('**/v1/keys?*', refused, {
    name: `${prefix}keys-failed`,
    show: async (page) => {
      await page.goto(`${site}/keys`)
      // Once the page hears of what happens, it asks again by itself; what it says then stays.
      await page.waitForLoadState('networkidle')
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 30_000 })
    },
  }),
  during('**/modules/keys/**', (route) => route.abort(), {
    name: `${prefix}module-failed`,
    show: async (page) => {
      await page.goto(`${site}/keys`)
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    },
  }),
  during('**/v1/logs?*', held, {
    name: `${prefix}logs-loading`,
    show: async (page) => {
      await page.goto(`${site}/logs`)
      await expect(page.getByText('Loading', { exact: true })).toBeAttached()
      await expect(page.getByRole('heading', { name: 'Logs' }).first()).toBeVisible()
    },
  }),
  {
    name: `${prefix}logs-connecting`,
    show: async (page) => {
      await page.routeWebSocket(/\/live\//, (socket) => socket.close())
      await page.goto(`${site}/logs`)
      await expect(page.getByRole('table')).toBeVisible()
      await expect(page.getByText('Connecting', { exact: true })).toBeVisible()
    },
  },
  {
    // A socket that is routed once stays so: after this one nothing is live any more.
    name: `${prefix}logs-not-live`,
    show: async (page) => {
      await page.routeWebSocket(/\/live\//, (socket) => {
        const server = socket.connectToServer()
        server.onMessage((message) => {
          socket.send(message)
          // The rows were granted, and are taken away again.
          if (String(message).startsWith('43')) socket.send('42["untailed"]')
        })
      })
      await page.goto(`${site}/logs`)
      await expect(page.getByText('Live updates have ended')).toBeVisible()
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
]

function during(address: string, answer: (route: Route) => Promise<void>, screen: Screen): Screen {
  return {
    name: screen.name,
    show: async (page: Page) => {
      await page.route(address, answer)
      await screen.show(page)
    },
    leave: (page) => page.unroute(address, answer),
  }
}

async function emptied(route: Route): Promise<void> {
  const response = await route.fetch()
  await route.fulfill({ response, json: { ...(await response.json()), data: [] } })
}

/** It is given up with the page that asked for it. */
const held = (): Promise<void> => new Promise(() => undefined)

const refused = (route: Route): Promise<void> =>
  route.fulfill({
    status: 429,
    contentType: 'application/problem+json',
    json: {
      type: 'about:blank',
      status: 429,
      code: 'quota-exceeded',
      title: 'Too many requests',
      detail: 'The requests of this minute are used up.',
      instance: '01a1d8cd-1da0-736f-801e-41a5992d7b65',
    },
  })
