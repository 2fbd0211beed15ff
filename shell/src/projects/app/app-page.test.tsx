import { expect, jest, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import { activityOf, noActivity } from '@sonaqor/storybook/fixtures/activity'
import { appOf, projectOf } from '@sonaqor/storybook/fixtures/projects'
import type { ModuleContext } from '@sonaqor/module'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import AppPage from './app-page.tsx'
import { everyScope, press, refusal, showAppPage } from '../testing/show-app-page.tsx'

// There is no canvas here to draw upon.
jest.unstable_mockModule('../../../../storybook/ui/src/chart/drawing.ts', () => ({
  drawIn: () => ({ show: () => undefined, end: () => undefined, png: () => undefined }),
}))

type Apps = ModuleContext['api']['apps']

const live = appOf({ id: 'live', name: 'Checkout', environment: 'production' })
const here = { id: live.id, environment: 'production' }

const tabs = () => screen.findAllByRole('tab').then((all) => all.map((tab) => tab.textContent))
const openTab = async (name: string) => userEvent.click(await screen.findByRole('tab', { name }))
const region = async (name: string) => within(await screen.findByRole('region', { name }))

test('PA-4: the tabs of an app are the modules themselves, narrowed to it', async () => {
  const module = showAppPage(AppPage, live)
  expect(await tabs()).toEqual(['Overview', 'Keys', 'Webhooks', 'Logs', 'Settings'])
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Checkout')
  expect(screen.getByText('Production')).toBeTruthy()
  await openTab('Keys')
  expect(module.placed).toMatchObject([{ view: 'keys.list', app: here }])
  await openTab('Webhooks')
  expect(module.placed).toMatchObject([{ view: 'webhooks.endpoints', app: here }])
  await openTab('Logs')
  expect(module.placed).toMatchObject([{ view: 'logs.list', app: here }])
  await openTab('Overview')
  expect(module.placed).toEqual([])
})

test('PA-4: the address leads to the app, its tab, and what was chosen there', async () => {
  const module = showAppPage(AppPage, live, { state: { tab: 'keys', 'keys.state': 'revoked' } })
  await screen.findByRole('tab', { name: 'Keys', selected: true })
  const [keys] = module.placed
  expect(keys?.viewState?.read()).toEqual({ state: 'revoked' })
  act(() => keys?.viewState?.write({ state: 'active' }))
  expect(module.viewState.read()).toEqual({ app: 'live', tab: 'keys', 'keys.state': 'active' })
})

test('PA-4: what a tab leads to is the next tab, and any other view is where it always is', async () => {
  const module = showAppPage(AppPage, live, { state: { tab: 'keys', 'logs.status': '5xx' } })
  await screen.findByRole('tab', { name: 'Keys', selected: true })
  act(() => module.placed[0]?.navigate?.('logs.list', { keyId: 'k1' }))
  await screen.findByRole('tab', { name: 'Logs', selected: true })
  expect(module.placed[0]?.viewState?.read()).toEqual({ keyId: 'k1' })
  expect(module.navigated).toEqual([])
  act(() => module.placed[0]?.navigate?.('home.audit', { target: 'k1' }))
  expect(module.navigated).toEqual([{ view: 'home.audit', params: { target: 'k1' } }])
})

test('XC-2: a tab for which the scope is missing is none, and so is what may not be done', async () => {
  showAppPage(AppPage, live, { scopes: ['projects:read', 'apps:read', 'logs:read'] })
  expect(await tabs()).toEqual(['Overview', 'Logs'])
  expect(screen.queryByRole('button', { name: 'Delete…' })).toBeNull()
})

test('XC-2: without apps:read the page names the missing scope, and asks for nothing', () => {
  const show = jest.fn<() => Promise<App>>()
  showAppPage(AppPage, live, { scopes: [], api: { apps: { show } } })
  expect(screen.getByText('apps:read')).toBeTruthy()
  expect(show).not.toHaveBeenCalled()
})

test('EM-2: in a partner’s page the tabs are those that the session grants, and nothing is changed', async () => {
  const module = showAppPage(AppPage, live, {
    kind: 'embed',
    app: { id: live.id, environment: 'production' },
    views: ['home.app', 'keys.list'],
    state: { app: 'another', tab: 'logs' },
  })
  expect(await tabs()).toEqual(['Overview', 'Keys'])
  await region('Activity')
  expect(screen.queryByText('Would this address pass?')).toBeNull()
  expect(screen.queryByRole('button', { name: /environments|Delete|projects/ })).toBeNull()
  expect(module.placed).toEqual([])
})

test('PA-4: a host that cannot show a view within another one shows the page without those tabs', async () => {
  showAppPage(AppPage, live, { place: undefined })
  expect(await tabs()).toEqual(['Overview', 'Settings'])
})

test('EM-2: from an app its embed sessions are one press away, for who may see them', async () => {
  const module = showAppPage(AppPage, live)
  await press('Show embed sessions')
  expect(module.navigated).toEqual([{ view: 'home.embeds', params: { appId: 'live' } }])
})

test('PA-4: an address that names no app leads on to the projects', async () => {
  const module = showAppPage(AppPage, live, { state: { app: '' } })
  await press('All projects and apps')
  expect(module.navigated).toEqual([{ view: 'home.projects', params: undefined }])
})

test('PA-3: requests, errors and latency of the last 7 days are figures, charts and tables', async () => {
  showAppPage(AppPage, live)
  const activity = await region('Activity')
  const card = async (name: string) => within(await activity.findByRole('region', { name }))
  expect((await card('Requests')).getByText('24,252')).toBeTruthy()
  expect((await card('Errors')).getByText('464 (1.91%)')).toBeTruthy()
  expect((await card('Latency p50')).getByText('12.1 ms')).toBeTruthy()
  expect((await card('Latency p95')).getByText('71 ms')).toBeTruthy()
  const chart = await card('Requests per day')
  await userEvent.click(chart.getByRole('button', { name: 'Table' }))
  const rows = within(chart.getByRole('table')).getAllByRole('row')
  expect(rows).toHaveLength(8)
  expect(rows[1]?.textContent).toContain('4,059')
})

test('PA-3: an app that nobody has used says how requests come about', async () => {
  showAppPage(AppPage, live, { api: { apps: { activity: () => Promise.resolve(noActivity()) } } })
  expect(await screen.findByText('No requests in the last 7 days')).toBeTruthy()
})

test('PA-3: and leads to a first key, whoever may issue one', async () => {
  const unused = { apps: { activity: () => Promise.resolve(noActivity()) } }
  const module = showAppPage(AppPage, appOf({ id: 'a1' }), {
    api: unused,
    scopes: [...everyScope, 'keys:write'],
  })
  await press('Issue API key')
  expect(module.opened).toEqual([{ view: 'keys.issue', params: { appId: 'a1' } }])
})

test('PA-3: of days without requests the course of latency says nothing', async () => {
  showAppPage(AppPage)
  const card = await screen.findByRole('region', { name: 'Latency p50' })
  expect(card.querySelector('.sq-sparkline-line')?.getAttribute('d')?.match(/M/g)).toHaveLength(2)
})

test('PA-3: activity that cannot be read says so in its place, and can be asked for again', async () => {
  const activity = jest
    .fn(() => Promise.resolve(activityOf()))
    .mockImplementationOnce(() => Promise.reject(new TypeError('no answer')))
  showAppPage(AppPage, live, { api: { apps: { activity } } })
  const place = await region('Activity')
  await userEvent.click(await place.findByRole('button', { name: 'Try again' }))
  expect(await place.findByText('24,252')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Checkout')
})

test('PA-5: whether an address would pass is answered with the rule that decides, one’s own at first', async () => {
  const checkIp = jest.fn(({ query }: { query?: { ip?: string | undefined } } = {}) =>
    Promise.resolve(
      query?.ip
        ? { ip: query.ip, passes: false, because: 'not-listed' as const, range: null }
        : { ip: '203.0.113.7', passes: true, because: 'listed' as const, range: '203.0.113.0/24' },
    ),
  )
  showAppPage(AppPage, live, { api: { apps: { checkIp } } })
  const check = await region('Would this address pass?')
  await check.findByText('Passes')
  expect(check.getByRole('status').textContent).toContain(
    '203.0.113.7 is accepted by the range 203.0.113.0/24.',
  )
  await userEvent.type(check.getByLabelText('IP address'), '198.51.100.4{Enter}')
  await check.findByText('Refused')
  expect(check.getByRole('status').textContent).toContain('no range of the allowlist covers it')
})

test('PA-5: an address can be checked while the answer of before is read again', async () => {
  let own = 0
  const checkIp = jest.fn(({ query }: { query?: { ip?: string | undefined } } = {}) => {
    const passes = query?.ip === undefined
    if (passes && (own += 1) > 1) return new Promise<never>(() => {})
    const ip = query?.ip ?? '203.0.113.7'
    return Promise.resolve({ ip, passes, because: 'no-allowlist' as const, range: null })
  })
  const module = showAppPage(AppPage, live, { api: { apps: { checkIp } } })
  const check = await region('Would this address pass?')
  await check.findByText('Passes')
  act(() => module.emit('apps.updated', { appId: live.id }))
  await waitFor(() => expect(own).toBe(2))
  await userEvent.type(check.getByLabelText('IP address'), '198.51.100.4')
  await userEvent.click(check.getByRole('button', { name: 'Check address' }))
  expect(await check.findByText('Refused')).toBeTruthy()
})

test('PA-5: what is no address is said at its field', async () => {
  const checkIp = jest.fn(({ query }: { query?: { ip?: string | undefined } } = {}) =>
    query?.ip
      ? refusal({ code: 'invalid', errors: [{ pointer: '?ip', detail: 'must be an IP address' }] })
      : Promise.resolve({ ip: '::1', passes: true, because: 'no-allowlist' as const, range: null }),
  )
  showAppPage(AppPage, live, { api: { apps: { checkIp } } })
  const check = await region('Would this address pass?')
  await check.findByText('Passes')
  await userEvent.type(check.getByLabelText('IP address'), '300.1.1.1{Enter}')
  expect(await check.findByText('“300.1.1.1” is not an IP address.')).toBeTruthy()
  expect(check.getByLabelText('IP address').getAttribute('aria-invalid')).toBe('true')
})

test('PA-1: an app that was deleted still has its page, and is restored from it', async () => {
  const gone = appOf({
    ...live,
    deletedAt: new Date().toISOString(),
    restorableUntil: new Date(Date.now() + 6.5 * 86_400_000).toISOString(),
    revision: 4,
  })
  const restore = jest.fn<Apps['restore']>(() => Promise.resolve(live))
  showAppPage(AppPage, gone, { api: { apps: { restore } } })
  expect(await screen.findByText('This app has been deleted')).toBeTruthy()
  expect(await tabs()).toEqual(['Overview'])
  await press('Restore app')
  expect(restore).toHaveBeenCalledWith({ params: { id: 'live' }, ifMatch: 4 })
  expect((await screen.findAllByText('Checkout restored')).length).toBeGreaterThan(0)
})

test('XC-5: what becomes of the app elsewhere is seen without a reload', async () => {
  let name = 'Checkout'
  const show = () => Promise.resolve(appOf({ ...live, name }))
  const module = showAppPage(AppPage, live, { api: { apps: { show } } })
  await screen.findByRole('heading', { level: 1, name: 'Checkout' })
  name = 'Till'
  act(() => module.emit('apps.updated', { appId: live.id }))
  await screen.findByRole('heading', { level: 1, name: 'Till' })
})

test('XC-2: whoever may not read projects sees the app without its project', async () => {
  const show = jest.fn(() => Promise.resolve(projectOf()))
  showAppPage(AppPage, live, {
    scopes: everyScope.filter((scope) => scope !== 'projects:read'),
    api: { projects: { show } },
  })
  await region('Details')
  await waitFor(() => expect(show).not.toHaveBeenCalled())
})
