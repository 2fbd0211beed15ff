import { logViewOf, logViews } from '@sonaqor/storybook/fixtures/log-views'
import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { memoryViewState, type FakeApi, type FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver, press } from '../testing/show-logs-page.tsx'

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })
type Views = Required<FakeApi>['logViews']

const show = (logViewsApi: Views = {}, options: FakeModuleOptions = {}) =>
  showPage({ ...options, api: { logViews: { list: () => pageWith(logViews), ...logViewsApi } } })

test('LG-7: a saved view is chosen by its name, and narrows as it was saved', async () => {
  const { viewState } = show({}, { viewState: memoryViewState({ method: 'GET' }) })
  await press('Views')
  expect(await screen.findByText(/, by Raja Rao$/)).toBeTruthy()
  await userEvent.click(screen.getByRole('menuitem', { name: 'Failed payments' }))
  expect(viewState.read()).toEqual({ status: '5xx', q: 'path:/v1/transactions*', range: '24h' })
  await press('Views')
  const current = screen.getAllByRole('menuitem', { current: true })
  expect(current.map((one) => one.textContent)).toEqual(['Failed payments'])
})

test('LG-7: a view of what was imported is in force where the search asks for that, as it is kept or as it is written', async () => {
  const kept = logViewOf({ name: 'From our proxy', filter: { q: 'key:sq_imported', range: '24h' } })
  show(
    { list: () => pageWith([kept]) },
    { viewState: memoryViewState({ q: 'key:imported', range: '24h', sessions: 'shown' }) },
  )
  await press('Views')
  expect(
    await screen.findByRole('menuitem', { name: 'From our proxy', current: true }),
  ).toBeTruthy()
})

test('LG-7: a view of one’s own that is shared stands among those of the team', async () => {
  const views = [logViewOf({ name: 'Mine' }), logViewOf({ id: 'v2', name: 'Ours', isShared: true })]
  show({ list: () => pageWith(views) })
  await press('Views')
  const shared = within(await screen.findByRole('group', { name: 'Shared with the team' }))
  expect(shared.getAllByRole('menuitem').map((one) => one.textContent)).toEqual(['Ours'])
})

test('LG-7: what is shown is saved under a name, for oneself or the team', async () => {
  const save = jest.fn<NonNullable<Views['save']>>(() => Promise.resolve(logViewOf()))
  const state = { q: 'status:5xx', method: 'POST', sessions: 'shown' }
  show({ save }, { viewState: memoryViewState(state) })
  await press('Views')
  await userEvent.click(screen.getByRole('menuitem', { name: 'Save this view…' }))
  await press('Save view')
  expect(screen.getByText('Give the view a name.')).toBeTruthy()
  expect(save).not.toHaveBeenCalled()
  await userEvent.type(screen.getByLabelText('Name'), 'Failed')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Share it with the team' }))
  await press('Save view')
  await waitFor(() => expect(save).toHaveBeenCalled())
  expect(save.mock.lastCall?.[0]).toEqual({
    body: {
      name: 'Failed',
      isShared: true,
      filter: { q: 'status:5xx', method: 'POST', range: '30d' },
    },
  })
  expect(screen.queryByRole('dialog', { name: 'Save view' })).toBeNull()
})

test('LG-7: a view is renamed, shared and, asked once more, deleted; another’s is not without the right', async () => {
  const change = jest.fn<NonNullable<Views['change']>>(() => Promise.resolve(logViewOf()))
  const remove = jest.fn<NonNullable<Views['delete']>>(() => Promise.resolve(undefined))
  show({ change, delete: remove })
  await press('Views')
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Manage views…' }))
  await press('Rename Failed payments')
  const name = within(
    screen.getByRole('dialog', { name: 'Manage views' }),
  ).getByLabelText<HTMLInputElement>('Name')
  await userEvent.clear(name)
  await userEvent.type(name, 'Broken payments{Enter}')
  const target = { params: { id: logViewOf().id }, revision: 1 }
  await waitFor(() =>
    expect(change).toHaveBeenLastCalledWith({ ...target, body: { name: 'Broken payments' } }),
  )
  await press('Share Failed payments with the team')
  await waitFor(() =>
    expect(change).toHaveBeenLastCalledWith({ ...target, body: { isShared: true } }),
  )
  await press('Delete Failed payments')
  expect(remove).not.toHaveBeenCalled()
  await press('Delete for good')
  await waitFor(() => expect(remove).toHaveBeenCalledWith(target))
  await waitFor(() => expect(document.activeElement?.tagName).toBe('UL'))
  expect(screen.queryByRole('button', { name: /^Delete Abgelehnte/ })).toBeNull()
})

test('LG-7: a page of a partner keeps no views', async () => {
  const embed = { kind: 'embed' as const, id: 'e', name: '', tenant: { id: 't', name: '' } }
  show({}, { kind: 'embed', principal: { ...embed, scopes: ['logs:read'] } })
  expect(await screen.findByRole('button', { name: 'Breakdown' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Views' })).toBeNull()
})

test('LG-7: a name that another view has is an error at its field', async () => {
  const problem = {
    code: 'conflict',
    title: 'The request contradicts what is stored',
    detail: 'There is a saved view called Mine already.',
    errors: [{ detail: 'is the name of another of your views', pointer: '#/name' }],
  }
  showPage({
    api: { logViews: { save: () => Promise.reject(Object.assign(new Error(), { problem })) } },
  })
  await press('Views')
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Save this view…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Save view' }))
  const name = dialog.getByRole('textbox', { name: 'Name' })
  await userEvent.type(name, 'Mine')
  await userEvent.click(dialog.getByRole('button', { name: 'Save view' }))
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
  expect(dialog.getByText('This is the name of another of your views.')).toBeTruthy()
  expect(dialog.queryByText(/contradicts what is stored/)).toBeNull()
  await userEvent.type(name, ' too')
  expect(name.getAttribute('aria-invalid')).not.toBe('true')
})
