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
import { everyScope, press, refusal } from '../testing/show-app-page.tsx'

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
  const checkIp = jest.fn<Apps['checkIp']>(() =>
    Promise.resolve({ ip: '203.0.113.7', passes: true, because: 'listed', range: null }),
  )
  const promote = jest.fn<Apps['promote']>(() =>
    Promise.resolve({ ...live, origins: tried.origins, revision: 8, warnings: [] }),
  )
  const module = fakeModule({
    scopes: [...everyScope, 'audit:read'],
    ...options,
    api: {
      ...api,
      apps: { list: () => pageWith([tried, live, other]), compare, checkIp, promote, ...api?.apps },
    },
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

const notListed: Apps['checkIp'] = () =>
  Promise.resolve({ ip: '198.51.100.4', passes: false, because: 'not-listed', range: null })
const ownIsRefused = 'Keys used at your own address 198.51.100.4 would be refused'

test('PA-5: a list that shuts out one’s own address says so in the preview, and has to be meant', async () => {
  const { promote } = show({ api: { apps: { checkIp: notListed } } })
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Allowed origins/ }))
  await press('Preview 1 setting')
  expect(screen.queryByText(ownIsRefused)).toBeNull()
  await press('Back')
  await userEvent.click(screen.getByRole('checkbox', { name: /^IP allowlist/ }))
  await press('Preview 2 settings')
  expect(await screen.findByText(ownIsRefused)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Promote' })).toBeNull()
  await press('Promote without my address')
  expect(promote.mock.calls[0]?.[0].body).toMatchObject({ confirm: true })
})

test('PA-5: what the API alone finds to shut one out is warned of as well, and then meant', async () => {
  const promote = jest
    .fn<Apps['promote']>(() => Promise.resolve({ ...live, revision: 8, warnings: [] }))
    .mockImplementationOnce(() =>
      refusal({
        code: 'conflict',
        errors: [{ pointer: '#/ipAllowlist', detail: 'does not hold your own address' }],
      }),
    )
  show({ api: { apps: { promote } } })
  await userEvent.click(await screen.findByRole('checkbox', { name: /^IP allowlist/ }))
  await press('Preview 1 setting')
  await press('Promote')
  expect(promote.mock.calls[0]?.[0].body).not.toHaveProperty('confirm')
  expect(await screen.findByText(/^Keys used at your own address 203.0.113.7/)).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  await press('Promote without my address')
  expect(promote.mock.calls[1]?.[0].body).toMatchObject({ confirm: true })
})

test('PA-5: while nothing is chosen the way on says what is missing', async () => {
  show()
  await part('Name')
  const way = screen.getByRole('button', { name: 'Preview', description: /^Choose a setting/ })
  expect(way.getAttribute('aria-disabled')).toBe('true')
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

test('PA-5: whoever may creates the app that is missing, in the environment that it is missing in', async () => {
  show({
    api: {
      projects: { show: () => Promise.resolve(projectOf()) },
      apps: { list: () => pageWith([tried]) },
    },
  })
  await press('Create app')
  const dialog = within(await screen.findByRole('dialog', { name: /^Create an app in/ }))
  expect(dialog.getByRole('radio', { name: /^Production/ })).toHaveProperty('checked', true)
})
