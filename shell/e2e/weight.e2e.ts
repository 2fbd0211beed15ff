/**
 * Quality: what a page has to fetch before its first view is seen, compressed. The goals are those
 * of `npm run bench -- sizes`, asked of a real browser: bytes are counted, never seconds.
 */
import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { expect, test } from './journey.ts'

async function weighed(response: Response) {
  const { pathname } = new URL(response.url())
  return [pathname, gzipSync(await response.body(), { level: 9 }).length] as const
}

/** Everything of ours that a page runs or is dressed with; what it reads of the API is data. */
function weigh(page: Page, origin: string) {
  const parts: Promise<readonly [path: string, bytes: number]>[] = []
  page.on('response', (response) => {
    const isCode = ['script', 'stylesheet'].includes(response.request().resourceType())
    if (isCode && response.url().startsWith(origin)) parts.push(weighed(response))
  })
  return async (): Promise<readonly (readonly [path: string, bytes: number])[]> =>
    (await Promise.all(parts)).toSorted(([, one], [, other]) => other - one)
}

/** What a page fetches ahead or listens to begins once it is idle; here it never is. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
})

type Parts = Awaited<ReturnType<ReturnType<typeof weigh>>>

/** Said with its parts, so that whoever exceeds a budget sees by what. */
function expectAtMost(kilobytes: number, parts: Parts) {
  const total = parts.reduce((sum, [, bytes]) => sum + bytes, 0)
  const told = parts.map(([path, bytes]) => `${String(bytes).padStart(8)} ${path}`).join('\n')
  test.info().annotations.push({ type: `${total} of ${kilobytes * 1000} bytes`, description: told })
  expect(total, told).toBeLessThanOrEqual(kilobytes * 1000)
}

test('Quality: the first module on a bare page weighs at most 130 KB, its loader 1.9, an entry 7.5', async ({
  page,
  house,
}) => {
  const parts = weigh(page, house.url)
  await page.goto(`${house.portalUrl}/keys`)
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const first = await parts()
  expectAtMost(130, first)
  expectAtMost(
    1.9,
    first.filter(([path]) => path === '/embed/v1.js'),
  )
  expectAtMost(
    7.5,
    first.filter(([path]) => path.endsWith('/remote.js')),
  )

  await page.goto(`${house.portalUrl}/logs`)
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const second = (await parts()).filter(([path]) => path.startsWith('/modules/logs/'))
  expectAtMost(
    7.5,
    second.filter(([path]) => path.endsWith('/remote.js')),
  )
})

test('Quality: the shell weighs at most 115 KB before sign-in, and 150 with its first module', async ({
  page,
  house,
  signIn,
}) => {
  const parts = weigh(page, house.url)
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  expectAtMost(115, await parts())

  const whole = weigh(page, house.url)
  await signIn('owner')
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible()
  expectAtMost(150, await whole())
})
