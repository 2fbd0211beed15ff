import { keys } from '@sonaqor/storybook/fixtures/keys'
import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { loadTexts } from '@sonaqor/module/texts'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageLanguages } from '../testing/page-languages.ts'
import { pageOver, type Search } from '../testing/show-logs-page.tsx'

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^(Path, key|Pfad, )/ })
const choice = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name })
const options = () =>
  Array.from(document.querySelectorAll('.sq-suggestions [role=option]'), (one) => one.textContent)

async function show(given: FakeModuleOptions = {}) {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const module = showPage({
    scopes: ['logs:read', 'keys:read'],
    ...given,
    api: { logs: { search }, keys: { list: () => pageWith(keys) } },
  })
  await userEvent.click(await screen.findByRole('combobox', { name: /^(Path, key|Pfad, )/ }))
  return { ...module, asked: () => search.mock.lastCall?.[0]?.query?.q }
}

test('LG-2: imported lines are completed by the name that they have in the list', async () => {
  const { asked } = await show()
  await userEvent.type(field(), 'key:imp')
  await waitFor(() => expect(options()).toContain('ImportedNo key'))
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(field().value).toBe('key:imported ')
  await waitFor(() => expect(asked()).toBe('key:imported'))
})

test('LG-2: imported lines are asked for in the language of the list, and an address is the same in all', async () => {
  await loadTexts('de', ...pageLanguages)
  const { viewState, asked } = await show({ locale: 'de' })
  await userEvent.type(field(), 'key:importiert{Enter}')
  await waitFor(() => expect(asked()).toBe('key:imported'))
  expect(viewState.read()).toEqual({ q: 'key:imported' })
  expect(field().value).toBe('key:importiert')
  expect(choice('Schlüssel').selectedOptions[0]?.text).toBe('Importiert')
})

test('LG-2: a status and a method that are written stand in their selectors, and are left by them', async () => {
  const { viewState, asked } = await show({
    viewState: memoryViewState({ q: 'status:4xx path:/v1* method:get' }),
  })
  expect(choice('Status').value).toBe('4xx')
  expect(choice('Method').value).toBe('GET')
  expect(screen.queryByText('status:4xx path:/v1* method:get')).toBeNull()
  await userEvent.selectOptions(choice('Status'), '5xx')
  expect(viewState.read()).toEqual({ q: 'path:/v1* method:get', status: '5xx' })
  await waitFor(() => expect(asked()).toBe('path:/v1* method:get'))
})

test('LG-2: an address that names imported lines is read in the language of the list', async () => {
  await loadTexts('de', ...pageLanguages)
  const { asked } = await show({
    locale: 'de',
    viewState: memoryViewState({ q: 'key:sq_imported status:5xx' }),
  })
  expect(field().value).toBe('key:importiert status:5xx')
  await waitFor(() => expect(asked()).toBe('key:sq_imported status:5xx'))
})

test('LG-2: a word that is looked for in paths suggests the value that is called so, and waits for no choice', async () => {
  const { asked } = await show()
  await userEvent.type(field(), 'imported')
  await waitFor(() => expect(options()).toEqual(['key:ImportedNo key']))
  await waitFor(() => expect(asked()).toBe('imported'))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(asked()).toBe('key:imported'))
})
