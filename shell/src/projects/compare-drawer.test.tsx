import { expect, jest, test } from '@jest/globals'
import type { AppComparison } from '@sonaqor/contract/apps'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, projectOf } from '@sonaqor/storybook/fixtures/projects'
import { Surface } from '@sonaqor/ui'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { CompareDrawer } from './compare-drawer.tsx'
import { everyScope, press, refusal } from './testing/show-app-page.tsx'

type Apps = ModuleContext['api']['apps']

const tried = appOf({
  id: 'tried',
  origins: ['https://portal.example.com', 'https://new.example.com'],
  ipAllowlist: ['203.0.113.0/24'],
  revision: 5,
})
const live = appOf({ id: 'live', environment: 'production', revision: 7 })
const other = appOf({ id: 'other', name: 'Batch', environment: 'production' })

const compared: AppComparison = {
  a: tried,
  b: live,
  differences: [
    { field: 'origins', a: tried.origins, b: live.origins },
    { field: 'ipAllowlist', a: tried.ipAllowlist, b: [] },
  ],
}

function show({ api, ...options }: FakeModuleOptions = {}, startWith?: string) {
  const compare = jest.fn<Apps['compare']>(() => Promise.resolve(compared))
  const promote = jest.fn<Apps['promote']>(() =>
    Promise.resolve({ ...live, origins: tried.origins, revision: 8, warnings: [] }),
  )
  const module = fakeModule({
    scopes: [...everyScope, 'audit:read'],
    ...options,
    api: { apps: { list: () => pageWith([tried, live, other]), compare, promote, ...api?.apps } },
  })
  render(
    <Surface>
      <CompareDrawer
        projectId={projectOf().id}
        onClose={() => undefined}
        {...(startWith && { startWith })}
      />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return { module, compare, promote }
}

const part = async (name: string) => within(await screen.findByRole('region', { name }))

test('PA-5: the settings of both environments stand side by side, with what only one of them has', async () => {
  const { compare } = show()
  const origins = await part('Allowed origins')
  expect(compare).toHaveBeenCalledWith({ query: { a: 'tried', b: 'live' } })
  const added = origins.getByText('https://new.example.com').closest('li')!
  expect(added.textContent).toContain('is only on this side')
  expect(origins.getAllByText('https://portal.example.com')).toHaveLength(2)
  expect((await part('IP allowlist')).getByText('Empty')).toBeTruthy()
  expect((await part('Name')).getByText('The same in both')).toBeTruthy()
})

test('PA-5: what was chosen is seen before it is done, and done against the versions that were seen', async () => {
  const { promote, module } = show()
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Allowed origins/ }))
  await press('Preview 1 setting')
  expect(await screen.findByText('Checkout (Production) will change as follows')).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'IP allowlist' })).toBeNull()
  expect(promote).not.toHaveBeenCalled()
  await press('Promote')
  expect(promote).toHaveBeenCalledWith({
    params: { id: 'live' },
    body: { from: 'tried', fields: ['origins'], revision: 5 },
    ifMatch: 7,
  })
  expect(await screen.findByText('1 setting promoted to Checkout (Production)')).toBeTruthy()
  await press('Show in audit log')
  expect(module.navigated).toEqual([
    { view: 'home.audit', params: { target: 'live', action: 'apps.promoted' } },
  ])
})

test('PA-5: a promotion is taken back to what was there before', async () => {
  const update = jest.fn<Apps['update']>(() =>
    Promise.resolve({ ...live, revision: 9, warnings: [] }),
  )
  show({ api: { apps: { update } } })
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Allowed origins/ }))
  await press('Preview 1 setting')
  await press('Promote')
  await press('Undo')
  const { name, origins, ipAllowlist } = live
  expect(update).toHaveBeenCalledWith({
    params: { id: 'live' },
    body: { name, origins, ipAllowlist },
    ifMatch: 8,
  })
  expect(await screen.findByText(/has its settings of before again/)).toBeTruthy()
})

test('PA-5: where either app was changed meanwhile nothing happens, and it says so', async () => {
  const promote = jest.fn<Apps['promote']>(() =>
    refusal({ code: 'precondition-failed', title: 'Somebody else changed it first' }),
  )
  const { compare } = show({ api: { apps: { promote } } })
  await userEvent.click(await screen.findByRole('checkbox', { name: /^IP allowlist/ }))
  await press('Preview 1 setting')
  await press('Promote')
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(compare.mock.calls.length).toBeGreaterThan(1)
})

test('PA-5: either side can be chosen, and the sides can be swapped', async () => {
  const { compare } = show()
  await part('Name')
  await userEvent.selectOptions(screen.getByLabelText('To'), 'Batch (Production)')
  expect(compare).toHaveBeenLastCalledWith({ query: { a: 'tried', b: 'other' } })
  await press('Swap sides')
  expect(compare).toHaveBeenLastCalledWith({ query: { a: 'other', b: 'tried' } })
})

test('PA-5: from the page of an app its partner of the same name is compared', async () => {
  const { compare } = show({}, 'live')
  await part('Name')
  expect(compare).toHaveBeenCalledWith({ query: { a: 'tried', b: 'live' } })
})

test('XC-2: who may not change apps compares them, and takes nothing over', async () => {
  show({ scopes: ['apps:read'] })
  await part('Allowed origins')
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.queryByRole('button', { name: /^Preview/ })).toBeNull()
})

test('PA-5: without an app in each environment there is nothing to compare, and it says why', async () => {
  const { compare } = show({ api: { apps: { list: () => pageWith([tried]) } } })
  expect(await screen.findByText('Nothing to compare yet')).toBeTruthy()
  expect(compare).not.toHaveBeenCalled()
})
