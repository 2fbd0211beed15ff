import type { ModuleContext } from '@sonaqor/module'
import { endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { press, showView } from '../testing/show-view.tsx'
import { EditEndpointDialog } from './edit-endpoint-dialog.tsx'

type Webhooks = ModuleContext['api']['webhooks']

const endpoint = endpointOf({
  filter: [{ path: 'data.code', operator: 'is', value: '5' }],
  headerNames: ['Authorization', 'X-Team'],
  revision: 7,
})

function show(draft: Readonly<Record<string, string>> | null = null) {
  const updateEndpoint = jest.fn<Webhooks['updateEndpoint']>(() => Promise.resolve(endpoint))
  const kept = draft && { content: draft, revision: 1, savedAt: new Date().toISOString() }
  showView(<EditEndpointDialog of={endpoint} onClose={() => undefined} />, {
    api: {
      webhooks: { updateEndpoint },
      ...(kept && { drafts: { show: () => Promise.resolve({ draft: kept as never }) } }),
    },
  })
  return updateEndpoint
}

test('WH-1: only what was changed is sent, with the revision that was seen', async () => {
  const updateEndpoint = show()
  const label = await screen.findByLabelText(/^Label/)
  await userEvent.clear(label)
  await userEvent.type(label, 'Books')
  await press('Save changes')
  await waitFor(() =>
    expect(updateEndpoint).toHaveBeenCalledWith({
      params: { id: endpoint.id },
      body: { label: 'Books' },
      ifMatch: 7,
    }),
  )
})

test('WH-1: what was begun over an older endpoint undoes nothing that others have changed since', async () => {
  const updateEndpoint = show({ label: 'Books', url: `${endpoint.url}/old`, revision: '5' })
  expect(await screen.findByDisplayValue('Books')).toBeTruthy()
  await press('Save changes')
  await waitFor(() => expect(updateEndpoint).toHaveBeenCalled())
  expect(updateEndpoint.mock.lastCall?.[0].ifMatch).toBe(5)
})

test('WH-8: what a header says is never shown again, and is kept unless it is written anew or taken off', async () => {
  const updateEndpoint = show()
  expect((await screen.findByLabelText<HTMLInputElement>('Value of header 1')).value).toBe('')
  await userEvent.type(screen.getByLabelText('Value of header 2'), 'ledger')
  await press('Remove header 1')
  await press('Save changes')
  await waitFor(() => expect(updateEndpoint).toHaveBeenCalled())
  expect(updateEndpoint.mock.lastCall?.[0].body).toEqual({
    headers: { Authorization: null, 'X-Team': 'ledger' },
  })
})

const asked = () => screen.queryByText(/was given for https:.*Enter their values again/)

test('WH-8: at another origin what headers say is asked for anew, and nothing is dropped in silence', async () => {
  const updateEndpoint = show()
  const url = await screen.findByLabelText('URL')
  const write = async (address: string) => {
    await userEvent.clear(url)
    await userEvent.type(url, address)
  }
  await write(`${endpoint.url}/deeper`)
  expect(asked()).toBeNull()
  await write('https://other.example.net/hooks')
  expect(asked()).not.toBeNull()
  await press('Save changes')
  expect(updateEndpoint).not.toHaveBeenCalled()
  const first = screen.getByLabelText<HTMLInputElement>('Value of header 1')
  expect(document.activeElement).toBe(first)
  await userEvent.type(first, 'Bearer anew')
  await press('Remove header 2')
  expect(asked()).toBeNull()
  await press('Save changes')
  await waitFor(() => expect(updateEndpoint).toHaveBeenCalled())
  expect(updateEndpoint.mock.lastCall?.[0].body).toEqual({
    url: 'https://other.example.net/hooks',
    headers: { Authorization: 'Bearer anew', 'X-Team': null },
  })
})

test('WH-8: a figure that is meant as a text stays one', async () => {
  show()
  const value = await screen.findByLabelText<HTMLInputElement>('Value of condition 1')
  expect(value.value).toBe('"5"')
})
