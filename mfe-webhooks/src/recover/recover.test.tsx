import type { Job } from '@sonaqor/contract/jobs'
import type { ModuleContext } from '@sonaqor/module'
import { ago } from '@sonaqor/storybook/fixtures/time'
import { endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { replayPreviewOf } from '@sonaqor/storybook/fixtures/webhooks'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { press, showView } from '../testing/show-view.tsx'
import { ReplayDialog } from './replay-dialog.tsx'
import { RetryFailedDialog } from './retry-failed-dialog.tsx'

type Webhooks = ModuleContext['api']['webhooks']

const job: Job = {
  id: '01920000-0000-7000-8000-0000000000b1',
  kind: 'replays',
  scope: 'webhooks:write',
  about: {},
  environment: 'sandbox',
  madeBy: { kind: 'member', id: 'd1', name: 'Dana Developer' },
  state: 'running',
  stage: 'sending',
  done: 30,
  total: 130,
  unit: 'deliveries',
  perSecond: 20,
  secondsLeft: 5,
  at: ago(2000),
  startedAt: ago(1000),
  finishedAt: null,
  failure: null,
  file: null,
}
const nothing = () => undefined

test('WH-5: all that failed since a time is sent again, as a job that is watched and stopped', async () => {
  const retryFailed = jest.fn<Webhooks['retryFailed']>(() => Promise.resolve(job))
  const cancel = jest.fn<ModuleContext['api']['jobs']['cancel']>(() => Promise.resolve(job))
  showView(<RetryFailedDialog of={endpointOf()} onClose={nothing} />, {
    api: { webhooks: { retryFailed }, jobs: { show: () => Promise.resolve(job), cancel } },
  })
  await userEvent.selectOptions(screen.getByLabelText('Given up in'), 'the last hour')
  await press('Retry what failed')
  expect(await screen.findByText('Putting deliveries in line')).toBeTruthy()
  const since = retryFailed.mock.lastCall?.[0].body.since ?? ''
  expect(Math.round((Date.now() - Date.parse(since)) / 60_000)).toBe(60)
  await press('Cancel')
  await waitFor(() => expect(cancel).toHaveBeenCalledWith({ params: { id: job.id } }))
})

test('WH-9: a replay says first what it would send, to whom and how fast, and sends exactly that', async () => {
  const preview = replayPreviewOf()
  const previewReplay = jest.fn<Webhooks['previewReplay']>(() => Promise.resolve(preview))
  const startReplay = jest.fn<Webhooks['startReplay']>(() => Promise.resolve(job))
  showView(<ReplayDialog of={endpointOf()} onClose={nothing} />, {
    api: {
      webhooks: { previewReplay, startReplay },
      jobs: { show: () => Promise.resolve(job) },
    },
  })
  const type = within(await screen.findByLabelText('Event type'))
  await waitFor(() => expect(type.getAllByRole('option').length).toBeGreaterThan(1))
  const offered = type.getAllByRole('option').slice(1)
  for (const { textContent } of offered) expect(endpointOf().eventTypes).toContain(textContent)
  await press('Show what would be sent')
  expect(await screen.findByText('130 deliveries would be sent')).toBeTruthy()
  expect(screen.getByText(`To ${endpointOf().url}`)).toBeTruthy()
  expect(screen.getByText('20 a second, about 7 seconds in all')).toBeTruthy()
  expect(startReplay).not.toHaveBeenCalled()
  await press('Send 130 deliveries')
  expect(await screen.findByText('Putting deliveries in line')).toBeTruthy()
  expect(startReplay.mock.lastCall?.[0].body).toMatchObject({
    endpointId: endpointOf().id,
    from: preview.from,
    to: preview.to,
    states: ['failed', 'skipped'],
  })
})

test('WH-9: whoever asks for something else is shown anew what would be sent', async () => {
  showView(<ReplayDialog of={endpointOf()} onClose={nothing} />, {
    api: { webhooks: { previewReplay: () => Promise.resolve(replayPreviewOf()) } },
  })
  await press('Show what would be sent')
  await screen.findByText('130 deliveries would be sent')
  await userEvent.click(screen.getByRole('checkbox', { name: /^Delivered/ }))
  expect(screen.queryByText('130 deliveries would be sent')).toBeNull()
  expect(screen.getByRole('button', { name: 'Show what would be sent' })).toBeTruthy()
})

const started = (state: Job['state'], kind: 'shell' | 'embed' = 'shell') => {
  const of: Job = { ...job, state, done: 8, total: 8 }
  showView(<RetryFailedDialog of={endpointOf()} onClose={nothing} />, {
    kind,
    api: {
      webhooks: { retryFailed: () => Promise.resolve(of) },
      jobs: { show: () => Promise.resolve(of) },
    },
  })
  return press('Retry what failed')
}

test('WH-9: one that is cancelled says how many are still sent, and not that it goes on', async () => {
  await started('cancelled')
  expect(
    await screen.findByText(
      'It was stopped after 8 deliveries were put in line, which are still sent.',
    ),
  ).toBeTruthy()
  expect(screen.queryByText(/goes on when you leave/)).toBeNull()
})

test('WH-9 EM-2: a page of a partner has no place of all jobs to lead to', async () => {
  await started('running', 'embed')
  expect(await screen.findByText('It goes on when you leave.')).toBeTruthy()
})

test('WH-9: with nothing to send there is nothing to press', async () => {
  const none = replayPreviewOf({ deliveries: 0 })
  showView(<ReplayDialog of={endpointOf()} onClose={nothing} />, {
    api: { webhooks: { previewReplay: () => Promise.resolve(none) } },
  })
  await press('Show what would be sent')
  expect(await screen.findByText('There is nothing to send')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull()
})
