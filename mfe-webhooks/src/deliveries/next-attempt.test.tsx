import { memoryViewState } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago, minuteMs } from '@sonaqor/storybook/fixtures/time'
import { deliveryDetailOf, deliveryOf } from '@sonaqor/storybook/fixtures/webhooks'
import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { showView } from '../testing/show-view.tsx'
import DeliveriesPage from './deliveries-page.tsx'

const rowOf = async (type: string) =>
  (await screen.findByRole('row', { name: new RegExp(type) })).textContent

test('WH-3: what waits says when it is tried next, and what holds it back; a time that is past is none', async () => {
  const until = ago(-5 * minuteMs)
  const open = { state: 'retrying', settledAt: null } as const
  const rows = [
    deliveryOf({ ...open, id: 'a', eventType: 'keys.revoked', nextAttemptAt: ago(14 * minuteMs) }),
    deliveryOf({
      ...open,
      id: 'b',
      eventType: 'apps.updated',
      state: 'waiting',
      attempts: 0,
      nextAttemptAt: until,
      heldBackUntil: until,
    }),
    deliveryOf({ ...open, id: 'c', eventType: 'keys.issued', nextAttemptAt: ago(-20 * minuteMs) }),
    deliveryOf({
      ...open,
      id: 'd',
      eventType: 'keys.rotated',
      nextAttemptAt: ago(-40 * minuteMs),
      heldBackUntil: until,
    }),
  ]
  showView(<DeliveriesPage />, {
    viewState: memoryViewState({ delivery: 'b' }),
    api: {
      webhooks: {
        listDeliveries: () => pageWith(rows),
        showDelivery: () => Promise.resolve({ ...deliveryDetailOf(), ...rows[1], keptUntil: null }),
      },
    },
  })
  expect(await rowOf('keys.revoked')).toContain('next attempt as soon as it is its turn')
  expect(await rowOf('apps.updated')).toMatch(/Waiting.*held back until \d+:\d\d/)
  expect(await rowOf('keys.issued')).toContain('next attempt in 20 minutes')
  // Longer than its endpoint is held back.
  expect(await rowOf('keys.rotated')).toContain('next attempt in 40 minutes')
  expect(
    await screen.findByText(/Five deliveries in a row failed.*one attempt is made at a time/),
  ).toBeTruthy()
  expect(screen.queryByText('Kept until')).toBeNull()
})
