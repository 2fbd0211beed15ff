import { expect, jest, test } from '@jest/globals'
import type { SupportAccess } from '@sonaqor/contract/support-access'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { accessOf, past, reads, running } from '@sonaqor/storybook/fixtures/support-access'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { languages } from './texts/index.ts'
import SupportAccessPage from './support-access-page.tsx'

type Api = ModuleContext['api']['supportAccess']

interface Shown extends Omit<FakeModuleOptions, 'api' | 'open'> {
  readonly open?: readonly SupportAccess[]
  readonly over?: readonly SupportAccess[]
  readonly api?: Partial<Api>
  readonly locale?: string
}

function showPage({
  open = [accessOf(), running],
  over = past,
  api,
  locale = 'en',
  ...options
}: Shown = {}) {
  const list = jest.fn<Api['list']>(({ query } = {}) =>
    pageWith(query?.open === 'true' ? open : over),
  )
  const module = fakeModule({
    scopes: ['support:consent', 'audit:read'],
    ...options,
    api: { supportAccess: { list, reads: () => pageWith(reads), ...api } },
  })
  render(
    <Surface locale={locale}>
      <SupportAccessPage />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return { ...module, list }
}

const section = async (name: string) => within(await screen.findByRole('region', { name }))
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const inDialog = async (name: RegExp) => within(await screen.findByRole('dialog', { name }))

test('XC-2: without support:consent the page names the missing scope and asks for nothing', () => {
  const { list } = showPage({ scopes: [] })
  expect(screen.getByText('support:consent')).toBeTruthy()
  expect(list).not.toHaveBeenCalled()
})

test('what waits for an answer is told apart from what is seen at this moment', async () => {
  showPage()
  const waiting = await section('Waiting for your answer')
  expect(waiting.getByText('Sam Support')).toBeTruthy()
  expect(waiting.getByText('Ticket SUP-2048')).toBeTruthy()
  expect(waiting.getByText('2 hours')).toBeTruthy()
  const now = await section('Looking now')
  expect(now.getByText('Olga Operations')).toBeTruthy()
  expect(now.getByText('in 42 minutes')).toBeTruthy()
  expect(now.queryByText('API keys, never their secrets')).toBeNull()
})

test('a request is allowed for as long and as much as is chosen, and for what was seen', async () => {
  const approve = jest.fn<Api['approve']>(() => Promise.resolve(running))
  showPage({ api: { approve } })
  await press('Allow…')
  const dialog = await inDialog(/^Let Sam Support look into Northwind/)
  await userEvent.selectOptions(dialog.getByLabelText('For how long'), '30')
  await userEvent.click(dialog.getByRole('checkbox', { name: /^Production/ }))
  await userEvent.click(dialog.getByRole('checkbox', { name: /^Logs/ }))
  await userEvent.click(dialog.getByRole('button', { name: 'Allow' }))
  await waitFor(() => expect(approve).toHaveBeenCalled())
  expect(approve.mock.calls[0]![0]).toMatchObject({
    params: { id: accessOf().id },
    ifMatch: 1,
    body: {
      minutes: 30,
      environments: ['sandbox'],
      scopes: ['projects:read', 'apps:read', 'keys:read'],
    },
  })
})

test('no more is offered than was asked for', async () => {
  const of = accessOf({ minutes: 45, scopes: ['apps:read'], environments: ['sandbox'] })
  showPage({ open: [of] })
  await press('Allow…')
  const dialog = await inDialog(/^Let Sam Support look/)
  const lengths = dialog.getAllByRole('option').map(({ textContent }) => textContent)
  expect(lengths).toEqual(['15 minutes', '30 minutes', '45 minutes'])
  expect(dialog.getAllByRole('checkbox')).toHaveLength(2)
})

test('nothing is allowed that shows nothing', async () => {
  const approve = jest.fn<Api['approve']>(() => Promise.resolve(running))
  showPage({ open: [accessOf({ scopes: ['apps:read'] })], api: { approve } })
  await press('Allow…')
  const dialog = await inDialog(/^Let Sam Support look/)
  await userEvent.click(dialog.getByRole('checkbox', { name: /^Apps/ }))
  await userEvent.click(dialog.getByRole('button', { name: 'Allow' }))
  expect(dialog.getByText('Choose at least one thing to show')).toBeTruthy()
  expect(approve).not.toHaveBeenCalled()
})

test('a refusal and an end are asked once, and told as done', async () => {
  const deny = jest.fn<Api['deny']>(() => Promise.resolve(accessOf({ state: 'denied' })))
  const end = jest.fn<Api['end']>(() => Promise.resolve(running))
  showPage({ api: { deny, end } })
  await press('Refuse…')
  const refusing = await inDialog(/^Refuse the request of Sam Support/)
  expect(deny).not.toHaveBeenCalled()
  await userEvent.click(refusing.getByRole('button', { name: 'Refuse' }))
  await waitFor(() => expect(deny).toHaveBeenCalled())
  expect(await screen.findByText('The request of Sam Support was refused')).toBeTruthy()
  await press('End now')
  const ending = await inDialog(/^End the look of Olga Operations/)
  await userEvent.click(ending.getByRole('button', { name: 'End now' }))
  await waitFor(() => expect(end.mock.calls[0]![0]).toMatchObject({ params: { id: running.id } }))
})

test('a tenant opens itself with a reason, which is asked for', async () => {
  const open = jest.fn<Api['open']>(() => Promise.resolve(running))
  showPage({ api: { open } })
  await press('Let Sonaqor look…')
  const dialog = await inDialog(/^Let Sonaqor look into Northwind/)
  await userEvent.click(dialog.getByRole('button', { name: 'Allow' }))
  expect(dialog.getByText('Say what they should look at')).toBeTruthy()
  await userEvent.type(dialog.getByLabelText('Reason'), 'The import stands still')
  await userEvent.selectOptions(dialog.getByLabelText('For how long'), '240')
  await userEvent.click(dialog.getByRole('button', { name: 'Allow' }))
  await waitFor(() => expect(open).toHaveBeenCalled())
  expect(open.mock.calls[0]![0]!.body).toMatchObject({
    reason: 'The import stands still',
    minutes: 240,
  })
})

test('XC-4: of a look that is over all that was read is told, and where it stands in the audit log', async () => {
  const { navigated } = showPage()
  const row = await screen.findByRole('row', { name: /A key is refused in production/ })
  await userEvent.click(row)
  const drawer = await inDialog(/^Sam Support/)
  expect(await drawer.findByText('/v1/apps')).toBeTruthy()
  expect(drawer.getByText('It ended by itself')).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'Show in the audit log' }))
  expect(navigated).toEqual([
    { view: 'home.audit', params: { kind: 'staff', actor: past[0]!.staff!.id } },
  ])
})

test('what happens elsewhere is read again', async () => {
  const { list, emit } = showPage()
  await section('Looking now')
  const before = list.mock.calls.length
  emit('supportAccess.ended', { supportAccessId: running.id })
  await waitFor(() => expect(list.mock.calls.length).toBeGreaterThan(before))
})

test('where nobody ever looked the page says how it would come about', async () => {
  showPage({ open: [], over: [] })
  expect(await screen.findByText('Nobody of Sonaqor has looked in')).toBeTruthy()
})

test('XC-6: it is spoken in German as well', async () => {
  await loadTexts('de', languages)
  showPage({ locale: 'de' })
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Zugriff durch Sonaqor' }),
  ).toBeTruthy()
  expect(await screen.findByRole('heading', { name: 'Einsicht läuft' })).toBeTruthy()
})
