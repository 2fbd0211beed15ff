/** `test` with the house at hand, and with every page watched. */
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import type { Role } from '@sonaqor/contract/access'
import { enterCode } from './authenticator.ts'
import { readHouse, type House } from './house.ts'
import { watch } from './watch.ts'

interface Journey {
  /** What a browser says of a fault that this journey makes on purpose. */
  readonly provokes: RegExp | undefined
  /** A browser of somebody else, with cookies of its own, watched as well. */
  readonly newBrowser: () => Promise<BrowserContext>
  /** Signs in with e-mail and password, and the second step of those who have one, in this page or another. */
  readonly signIn: (role: Role, page?: Page) => Promise<Page>
  /** Opens a page of the partner's portal beside whatever is open. */
  readonly openPortal: (path: string) => Promise<Page>
}

export const test = base.extend<Journey, { house: House }>({
  // The first argument of a fixture says what it needs; these need nothing of the page.
  // oxlint-disable-next-line eslint/no-empty-pattern
  house: [async ({}, use) => use(await readHouse()), { scope: 'worker' }],
  provokes: [undefined, { option: true }],
  baseURL: async ({ house }, use) => use(house.url),
  context: async ({ context, house, provokes }, use) => {
    const faults = await watch(context, house)
    await use(context)
    expect(except(faults, provokes)).toEqual([])
  },
  newBrowser: async ({ browser, house, contextOptions, provokes }, use) => {
    const watched: (readonly string[])[] = []
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL: house.url })
      contexts.push(context)
      watched.push(await watch(context, house))
      return context
    })
    for (const context of contexts) await context.close()
    expect(except(watched.flat(), provokes)).toEqual([])
  },
  signIn: async ({ page: own, house }, use) => {
    await use(async (role, page = own) => {
      const { email, password, totpSecret } = house.member(role)
      await page.goto('/')
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      if (totpSecret) await enterCode(page, totpSecret)
      await expect(page.getByRole('navigation', { name: 'Dashboard' })).toBeVisible()
      return page
    })
  },
  openPortal: async ({ context, house }, use) => {
    await use(async (path) => {
      const page = await context.newPage()
      await page.goto(house.portalUrl + path)
      return page
    })
  },
})

const except = (faults: readonly string[], provoked: RegExp | undefined) =>
  faults.filter((fault) => !provoked?.test(fault))

export { expect }
