import type { ModuleContext } from '@sonaqor/module'
import { endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { ago, hourMs } from '@sonaqor/storybook/fixtures/time'
import { expect, jest, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { press, showView } from '../testing/show-view.tsx'
import SecretView from './secret-view.tsx'

type Webhooks = ModuleContext['api']['webhooks']

const endpointId = endpointOf().id
const known = {
  endpointId,
  secret: 'whsec_bmV3ZXIgdGhhbiB0aGUgb3RoZXIgb25lLCBhdCBsZWFzdA==',
  oldSecret: null,
  oldSecretEndsAt: null,
}

test('EM-4: a secret is asked for only once somebody wants to see it, who is told that it is audited', async () => {
  const showSecret = jest.fn<Webhooks['showSecret']>(() => Promise.resolve(known))
  showView(<SecretView />, {
    params: { endpointId, act: 'show' },
    api: { webhooks: { showSecret } },
  })
  expect(await screen.findByText(/stands in the audit log/)).toBeTruthy()
  expect(showSecret).not.toHaveBeenCalled()
  await press('Show secret')
  expect(await screen.findByRole('region', { name: 'Webhook secret' })).toBeTruthy()
})

test('WH-2: a rotation asks for how long both sign, and shows the new one and until when the old one does', async () => {
  const both = { ...known, revision: 2, oldSecret: 'whsec_b2xk', oldSecretEndsAt: ago(-hourMs) }
  const rotateSecret = jest.fn<Webhooks['rotateSecret']>(() => Promise.resolve(both))
  const module = showView(<SecretView />, {
    params: { endpointId, act: 'rotate' },
    api: { webhooks: { rotateSecret } },
  })
  await userEvent.click(await screen.findByRole('radio', { name: '1 hour' }))
  await press('Rotate secret')
  const old = within(await screen.findByRole('region', { name: /^Old one, signs until/ }))
  expect(old.getByText(/signatures of both/)).toBeTruthy()
  expect(rotateSecret.mock.lastCall?.[0]).toMatchObject({ body: { overlap: '1h' }, ifMatch: 1 })
  await press('Done')
  expect(module.finished).toEqual([{ done: true }])
})

test('EM-4: without webhooks:write nothing of it is shown', () => {
  showView(<SecretView />, { params: { endpointId, act: 'show' }, scopes: ['webhooks:read'] })
  expect(screen.getByText('webhooks:write')).toBeTruthy()
})
