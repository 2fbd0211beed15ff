import { noHealth } from '@sonaqor/storybook/fixtures/webhooks'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { press, showView } from '../testing/show-view.tsx'
import { pathsOf } from './bars.ts'
import HealthWidget from './health-widget.tsx'

const show = (options: Parameters<typeof showView>[1] = {}) =>
  showView(<HealthWidget />, { kind: 'embed', scopes: ['webhooks:read'], ...options })

test('EM-5: it says how many attempts came off, what waits and for how long, and what is off first', async () => {
  show()
  expect(await screen.findByText(/% of 3,\d+ attempts succeeded/)).toBeTruthy()
  expect(screen.getByText('37 deliveries wait')).toBeTruthy()
  expect(screen.getByText('1 endpoint disabled')).toBeTruthy()
  const [first, second] = within(
    await screen.findByRole('list', { name: 'Endpoints' }),
  ).getAllByRole('listitem')
  expect(first?.textContent).toContain('Archive')
  expect(second?.textContent).toContain('risk.northwind.example')
})

test('EM-5: it leads to the endpoints where the page shows them, and nowhere else', async () => {
  const { navigated } = show()
  await press('All endpoints')
  expect(navigated).toEqual([{ view: 'webhooks.endpoints', params: undefined }])
})

test('EM-5: a session without that page offers no way to it', async () => {
  show({ views: ['webhooks.health'] })
  await screen.findByText('37 deliveries wait')
  expect(screen.queryByRole('button', { name: 'All endpoints' })).toBeNull()
})

test('EM-5: without endpoints it says how they come about; without the right, which is missing', async () => {
  show({ api: { webhooks: { health: () => Promise.resolve(noHealth) } } })
  expect(await screen.findByText('No endpoints yet')).toBeTruthy()
  show({ scopes: [] })
  expect(screen.getByText('webhooks:read')).toBeTruthy()
})

test('WH-6: the time that a chart spans is written as in the region of its reader', async () => {
  show({ locale: 'en-GB' })
  expect(await screen.findAllByText(/^\d{1,2} \p{L}+,? (at )?\d{1,2}:\d{2}$/u)).toHaveLength(2)
})

test('WH-6: one that failed among thousands that did not is still drawn', () => {
  const { failed } = pathsOf([{ at: '', attempts: 9000, succeeded: 8999 }])
  expect(failed).toContain('v2')
})
