import type { Job } from '@sonaqor/contract/jobs'
import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState } from '@sonaqor/module/testing'
import { logExport } from '@sonaqor/storybook/fixtures/log-exports'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { deliveries } from '@sonaqor/storybook/fixtures/webhooks'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import DeliveriesPage from '../deliveries/deliveries-page.tsx'
import { inDialog, press, showView } from '../testing/show-view.tsx'

type Api = ModuleContext['api']

const started = logExport({
  scope: 'webhooks:read',
  about: { of: 'deliveries', format: 'jsonl' },
  done: 3,
  total: 12,
})

function show(options: Parameters<typeof showView>[1] = {}) {
  const listDeliveries = jest.fn<Api['webhooks']['listDeliveries']>(() => pageWith(deliveries))
  const measure = jest.fn<Api['exports']['measure']>(() =>
    Promise.resolve({ rows: 12, isAtLeast: false }),
  )
  const start = jest.fn<Api['exports']['start']>(() => Promise.resolve(started))
  const jobs = { list: () => pageWith<Job>([]), show: () => Promise.resolve(started) }
  showView(<DeliveriesPage />, {
    ...options,
    api: { webhooks: { listDeliveries }, exports: { measure, start }, jobs },
  })
  return { listDeliveries, measure, start }
}

const exporting = () => screen.findByRole('button', { name: 'Export…' })

test('WH-4 LG-6: what is exported is what the list was asked for, and how far it is moves', async () => {
  const state = { result: 'failed', status: '5xx', kind: 'inbox', type: 'keys.issued', when: '24h' }
  const { listDeliveries, measure, start } = show({ viewState: memoryViewState(state) })
  await press('Export…')
  const dialog = await inDialog('Export deliveries')
  expect(await dialog.findByText('12 deliveries')).toBeTruthy()
  for (const narrowing of ['Failed', '5xx server error', 'Test inbox', 'keys.issued']) {
    expect(dialog.getByText(narrowing)).toBeTruthy()
  }
  expect(dialog.getByText(/Payloads, headers and answers are not part/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('radio', { name: 'NDJSON' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Start export' }))
  const { body } = start.mock.calls[0]![0]
  const { cursor: _, ...listed } = listDeliveries.mock.calls[0]![0]!.query!
  expect(body).toEqual({ of: 'deliveries', format: 'jsonl', language: 'en', filter: listed })
  expect(body.filter).toMatchObject({ state: 'failed', status: '5xx', endpointKind: 'inbox' })
  expect(measure.mock.calls[0]![0].body.filter).toEqual(listed)
  expect(await dialog.findByRole('article', { name: 'Deliveries as NDJSON' })).toBeTruthy()
  expect(dialog.getByText('3 of 12 deliveries')).toBeTruthy()
})

test.each([[['webhooks:read']], [['webhooks:read', 'jobs:read']]] as const)(
  'XC-2 WH-4: who holds %s alone is offered no export',
  async (scopes) => {
    show({ scopes })
    await screen.findAllByText('keys.issued')
    expect(screen.queryByRole('button', { name: 'Export…' })).toBeNull()
  },
)

test('WH-4: a search in payloads, and one that cannot be read, is said not to be exported', async () => {
  const { start } = show()
  const search = screen.getByRole('searchbox')
  await userEvent.type(search, 'data.key.id=abc')
  await waitFor(async () =>
    expect((await exporting()).title).toMatch(/An export holds no payloads/),
  )
  await userEvent.click(await exporting())
  await userEvent.clear(search)
  await userEvent.type(search, 'who knows')
  await waitFor(async () => expect((await exporting()).title).toMatch(/Correct the search first/))
  await userEvent.click(await exporting())
  expect(screen.queryByRole('dialog', { name: 'Export deliveries' })).toBeNull()
  expect(start).not.toHaveBeenCalled()
})
