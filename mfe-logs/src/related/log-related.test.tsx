import type { LogRelated } from '@sonaqor/contract/logs'
import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { expect, test } from '@jest/globals'
import { userEvent } from '@testing-library/user-event'
import { openRequest, pageOver } from '../testing/show-logs-page.tsx'

const entry = { ...logEntries[0]!, latencyMs: 12 }
const after = (ms: number) => new Date(Date.parse(entry.at) - entry.latencyMs + ms).toISOString()
const related: readonly LogRelated[] = [
  { kind: 'event', id: 'e-1', at: after(3), name: 'keys.issued', ids: { keyId: 'k-1' } },
  { kind: 'audit', id: 'a-1', at: after(4), name: 'keys.issued', ids: { target: 'k-1' } },
  {
    kind: 'delivery',
    id: 'd-1',
    at: after(40),
    name: 'keys.issued',
    ids: { deliveryId: 'd-1', endpointId: 'w-1' },
    delivery: { endpoint: 'Partner portal', state: 'retrying' },
  },
  {
    kind: 'delivery',
    id: 'd-2',
    at: after(40),
    name: 'keys.issued',
    ids: { deliveryId: 'd-2', endpointId: 'w-2' },
    delivery: { endpoint: null, state: 'delivered' },
  },
  { kind: 'sent-again', id: 'l-9', at: after(90_000), name: 'Ada', ids: {} },
]
const show = (kind: 'shell' | 'embed' = 'shell') =>
  pageOver({
    entries: logEntries,
    detailOf: (one) => logDetailOf({ ...one, latencyMs: 12, related: [...related] }),
  })({ kind })

test('LG-8: one line of time leads from a request to what it led to, in order', async () => {
  show()
  const drawer = await openRequest('POST /v1/customers, 201 Created')
  const line = await drawer.findByRole('region', { name: 'Timeline' })
  const said = Array.from(line.querySelectorAll('li > :last-child'), (one) => one.textContent)
  expect(said).toEqual([
    'Received',
    'Event: keys.issued',
    'Audit log: keys.issuedShow',
    'Answered 201 Created',
    'Delivery to Partner portal: keys.issuedRetryingShow',
    'Delivery to Test inbox: keys.issuedDeliveredShow',
    'Sent again by AdaShow',
  ])
  const times = Array.from(line.querySelectorAll('time'), (one) => one.textContent)
  expect(times).toEqual(['+0 ms', '+3 ms', '+4 ms', '+12 ms', '+40 ms', '+40 ms', '+90 sec'])
})

test('LG-4 LG-8: it leads on to the audit log, to the delivery and to the request that was sent again', async () => {
  const { navigated, viewState } = show()
  const drawer = await openRequest('POST /v1/customers, 201 Created')
  await userEvent.click(
    await drawer.findByRole('button', { name: 'Show keys.issued in the audit log' }),
  )
  await userEvent.click(
    drawer.getByRole('button', { name: 'Show the delivery of keys.issued to Partner portal' }),
  )
  expect(navigated).toEqual([
    { view: 'home.audit', params: { entry: 'a-1' } },
    { view: 'webhooks.deliveries', params: { delivery: 'd-1' } },
  ])
  await userEvent.click(
    drawer.getByRole('button', { name: 'Show the request that was sent again' }),
  )
  expect(viewState.read()).toEqual({ entry: 'l-9' })
})

test('LG-8: to whom nobody is named it says that it was sent again, and by nobody', async () => {
  const later = { ...related.at(-1)!, name: '' }
  const earlier = { ...later, kind: 'original' as const, id: 'l-8', at: after(1) }
  pageOver({
    entries: logEntries,
    detailOf: (one) => logDetailOf({ ...one, latencyMs: 12, related: [earlier, later] }),
  })({ kind: 'embed' })
  const drawer = await openRequest('POST /v1/customers, 201 Created')
  const line = await drawer.findByRole('region', { name: 'Timeline' })
  const said = Array.from(line.querySelectorAll('li > :last-child'), (one) => one.textContent)
  expect(said).toEqual([
    'Received',
    'Sent again from an earlier requestShow',
    'Answered 201 Created',
    'Sent againShow',
  ])
})

test('LG-8: where nothing came of a request there is no line', async () => {
  pageOver({ entries: logEntries, detailOf: (one) => logDetailOf(one) })()
  const drawer = await openRequest('POST /v1/customers, 201 Created')
  await drawer.findByRole('region', { name: 'Request body' })
  expect(drawer.queryByRole('region', { name: 'Timeline' })).toBeNull()
})
