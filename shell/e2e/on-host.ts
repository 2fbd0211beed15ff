/** `test` of the journeys that go to pages of strangers, which stand on another site than we do. */
import type { Page } from '@playwright/test'
import { openHosts, type Hosts } from './hosts/open-hosts.ts'
import { expect, test as journey } from './journey.ts'
import { readHouse, type House } from './house.ts'

/** What a page offers to a journey, and what it heard; see `hosts/page.js`. */
export interface Heard {
  readonly event: string
  readonly by: string
  readonly code?: string
  readonly view?: string
  readonly state?: unknown
}

interface OnHost {
  /** Opens a page of a stranger, and waits until its keys are seen. */
  readonly visit: (name: string) => Promise<Page>
}

// What Playwright calls fixtures of a worker is told by the second type.
export const test = journey.extend<OnHost, { hosts: Hosts; house: House }>({
  hosts: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- it says that nothing of the page is needed
    async ({}, use) => {
      const hosts = await openHosts(await readHouse())
      await use(hosts)
      await hosts.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  // These pages are the partner's here: what is asked of them is no third party's.
  house: [
    async ({ hosts }, use) => use({ ...(await readHouse()), portalUrl: hosts.origin }),
    { scope: 'worker', timeout: 180_000 },
  ],
  visit: async ({ page, hosts }, use) => {
    await use(async (name) => {
      await page.goto(hosts.page(name))
      await expect(keysTable(page)).toBeVisible({ timeout: 20_000 })
      return page
    })
  },
})

export { expect }

export const keysTable = (page: Page) =>
  page.getByRole('table', { name: /API keys|API-Schlüssel/ }).first()

/** Lets the page do something by its own means, such as `dark`. */
export const tell = (page: Page, act: string, ...given: readonly unknown[]): Promise<unknown> =>
  page.evaluate(([name, args]) => Reflect.get(window, 'stranger')[name](...args), [
    act,
    given,
  ] as const)

/** What the page heard of our elements so far, of one kind or of all. */
export async function heardBy(page: Page, event?: string): Promise<readonly Heard[]> {
  const heard = (await page.evaluate(() => Reflect.get(window, 'stranger').heard)) as Heard[]
  return event ? heard.filter((one) => one.event === event) : heard
}

/** What of ours stands in the page, within our elements and around them. */
export const leftovers = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *, head style')]
      .filter(
        ({ localName, shadowRoot }) =>
          shadowRoot !== null || /^(sonaqor-.*|iframe|dialog|style)$/.test(localName),
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  )
