import { expect, jest, test } from '@jest/globals'
import type { AppVersion } from '@sonaqor/contract/app-version'
import type { ModuleContext } from '@sonaqor/module'
import { versionBehind, versionOf } from '@sonaqor/storybook/fixtures/app-version'
import { appOf } from '@sonaqor/storybook/fixtures/projects'
import { ago, hourMs } from '@sonaqor/storybook/fixtures/time'
import { screen, within } from '@testing-library/react'
import AppPage from '../app/app-page.tsx'
import { press, refusal, showAppPage } from '../testing/show-app-page.tsx'

type Apps = ModuleContext['api']['apps']

const app = appOf({ id: 'a1', apiVersion: '2025-06-15', revision: 3 })

const show = (version: AppVersion, apps: Partial<Apps> = {}) =>
  showAppPage(AppPage, app, {
    state: { tab: 'settings' },
    api: { apps: { version: () => Promise.resolve(version), ...apps } },
  })

const section = async () => within(await screen.findByRole('region', { name: 'API version' }))

test('XC-15: an app on the newest version says so, and offers nothing', async () => {
  show(versionOf())
  const version = await section()
  expect(await version.findByText('Newest')).toBeTruthy()
  expect(version.getByText(/^No call of the last 30 days is deprecated/)).toBeTruthy()
  expect(version.queryByRole('button')).toBeNull()
})

test('XC-15: what a newer version changes is told with the calls that it concerns', async () => {
  show(versionBehind)
  const version = await section()
  expect(await version.findByText(/^2025-06-15 may stop working from Jan 1, 2027 on/)).toBeTruthy()
  expect(version.getByText(/^The origins of an app are a list/)).toBeTruthy()
  const calls = within(version.getByRole('table', { name: /^Calls of the last 30 days/ }))
  const [, first, second] = calls.getAllByRole('row')
  expect(first!.textContent).toContain('GET /v1/apps/{id}')
  expect(first!.textContent).toContain('12,480')
  expect(first!.textContent).toContain(
    'Changes in a newer version: The origins of an app are a list. Read them',
  )
  expect(second!.textContent).toContain('May stop working from Jan 1, 2027 on')
})

test('XC-15: a call that asks an older version than its app is told without a name of ours', async () => {
  const [call] = versionBehind.calls
  show(versionOf({ calls: [{ ...call!, version: '2025-01-10', changes: ['passed-long-ago'] }] }))
  const row = (await (await section()).findAllByRole('row'))[1]!
  expect(row.textContent).toContain('Changed since 2025-01-10')
  expect(row.textContent).not.toContain('passed-long-ago')
})

test('XC-15: an upgrade is asked for the version that was read of, over the app as it was seen', async () => {
  const upgradeVersion = jest.fn<Apps['upgradeVersion']>(() =>
    Promise.resolve({ ...app, apiVersion: '2026-11-22', revision: 4 }),
  )
  show(versionBehind, { upgradeVersion })
  await press('Upgrade to 2026-11-22')
  expect(upgradeVersion).toHaveBeenCalledWith({
    params: { id: 'a1' },
    ifMatch: 3,
    body: { version: '2026-11-22' },
  })
  expect((await screen.findAllByText('Checkout uses 2026-11-22 now')).length).toBeGreaterThan(0)
})

test('XC-15: an upgrade is rolled back as long as that is possible, and a refusal is told', async () => {
  const rollBackVersion = jest.fn<Apps['rollBackVersion']>(() =>
    refusal({ code: 'conflict', detail: 'There is no way back now.' }),
  )
  const rollBack = { to: '2025-01-10', until: ago(-10 * hourMs) }
  show(versionOf({ rollBack }), { rollBackVersion })
  expect(await screen.findByText('Upgraded from 2025-01-10')).toBeTruthy()
  await press('Roll back to 2025-01-10')
  expect(rollBackVersion).toHaveBeenCalledWith({ params: { id: 'a1' }, ifMatch: 3 })
  expect(await screen.findByText(/There is no way back now/)).toBeTruthy()
})
