/** WH-8 on the screen: a client certificate is set, seen, replaced and removed, and its end is seen in time. */
import type { ModuleContext } from '@sonaqor/module'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago, dayMs } from '@sonaqor/storybook/fixtures/time'
import { clientCertificateOf, endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import EndpointsPage from '../list/endpoints-page.tsx'
import { inDialog, press, rowOf, showView } from '../testing/show-view.tsx'
import CertificateView from './certificate-view.tsx'

type Webhooks = ModuleContext['api']['webhooks']

const certified = (validUntil?: string) =>
  endpointOf({ certificate: clientCertificateOf(validUntil ? { validUntil } : {}), revision: 3 })
const showing = (endpoint = certified()) => ({
  listEndpoints: () => pageWith([endpoint]),
  showEndpoint: () => Promise.resolve(endpoint),
})
const endpointId = endpointOf().id

const pasteInto = async (label: string, text: string) => {
  await userEvent.click(await screen.findByLabelText(label))
  await userEvent.paste(text)
}

test('WH-8: a certificate and its key are taken together, and the key is nowhere any more', async () => {
  const setCertificate = jest.fn<Webhooks['setCertificate']>(() => Promise.resolve(certified()))
  const module = showView(<CertificateView />, {
    params: { endpointId },
    api: { webhooks: { setCertificate } },
  })
  await pasteInto('Certificate', 'the certificate')
  await pasteInto('Private key', 'the key')
  await press('Set certificate')
  expect(await screen.findByText('Client certificate set')).toBeTruthy()
  expect(setCertificate.mock.lastCall?.[0]).toMatchObject({
    params: { id: endpointId },
    body: { certificate: 'the certificate', privateKey: 'the key' },
    ifMatch: 1,
  })
  expect(screen.getByText(clientCertificateOf().subject)).toBeTruthy()
  expect(document.body.innerHTML).not.toContain('the key')
  await press('Done')
  expect(module.finished).toEqual([{ done: true }])
})

test('WH-8: what is wrong is told at its field in plain words, until another one is pasted', async () => {
  const problem = {
    type: 'about:blank',
    title: 'Invalid',
    status: 422,
    code: 'invalid',
    detail: 'This cannot be the client certificate of an endpoint.',
    errors: [
      {
        detail: 'must be the key of the first certificate, and belongs to another one',
        pointer: '#/privateKey',
      },
    ],
  }
  const setCertificate = () => Promise.reject(Object.assign(new Error('refused'), { problem }))
  showView(<CertificateView />, { params: { endpointId }, api: { webhooks: { setCertificate } } })
  await pasteInto('Certificate', 'the certificate')
  await pasteInto('Private key', 'of another')
  await press('Set certificate')
  expect(await screen.findByText('This key belongs to another certificate.')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(document.activeElement).toBe(screen.getByLabelText('Private key'))
  await pasteInto('Private key', 'the right one')
  expect(screen.queryByText('This key belongs to another certificate.')).toBeNull()
})

test('WH-8: the details show whose it is and until when, and lead to a frame of our own to replace it', async () => {
  const module = showView(<EndpointsPage />, { api: { webhooks: showing() } })
  await press('Open Ledger')
  const drawer = await inDialog('Ledger')
  const part = within(await drawer.findByRole('region', { name: 'Client certificate' }))
  const { subject, issuer, fingerprint } = clientCertificateOf()
  for (const fact of [subject, issuer, fingerprint]) expect(part.getByText(fact)).toBeTruthy()
  await userEvent.click(part.getByRole('button', { name: 'Replace…' }))
  expect(module.opened).toEqual([{ view: 'webhooks.certificate', params: { endpointId } }])
})

test('WH-8: one that ends within 30 days is seen in its row, and how to go on in its details', async () => {
  showView(<EndpointsPage />, { api: { webhooks: showing(certified(ago(-29 * dayMs))) } })
  expect((await rowOf('Ledger')).getByText('Certificate expires soon')).toBeTruthy()
  await press('Open Ledger')
  const drawer = await inDialog('Ledger')
  expect(await drawer.findByText(/issued by the same CA/)).toBeTruthy()
  expect(drawer.getByRole('button', { name: 'Replace certificate…' })).toBeTruthy()
})

test.each([
  [31, null],
  [-1, 'Certificate expired'],
])('WH-8: one with %i days left is told of as it is', async (days, told) => {
  showView(<EndpointsPage />, { api: { webhooks: showing(certified(ago(-days * dayMs))) } })
  expect((await rowOf('Ledger')).queryByText(/^Certificate/)?.textContent ?? null).toBe(told)
})

test('WH-8: it is removed once somebody has read what that means', async () => {
  const removeCertificate = jest.fn<Webhooks['removeCertificate']>(() =>
    Promise.resolve(endpointOf()),
  )
  showView(<EndpointsPage />, { api: { webhooks: { ...showing(), removeCertificate } } })
  await press('Open Ledger')
  await press('Remove…')
  const dialog = await inDialog('Remove the client certificate of “Ledger”?')
  expect(dialog.getByText(/The private key is deleted/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Remove certificate' }))
  await waitFor(() => expect(removeCertificate).toHaveBeenCalledTimes(1))
  expect(removeCertificate.mock.lastCall?.[0]).toMatchObject({ ifMatch: 3 })
})

test.each([
  ['over plain http', endpointOf({ url: 'http://localhost:4000/' }), /an https address/, []],
  ['by who may not change endpoints', endpointOf(), /^None\./, ['webhooks:read' as const]],
])('WH-8: none can be set %s', async (_, endpoint, words, scopes) => {
  showView(<EndpointsPage />, {
    ...(scopes.length > 0 && { scopes }),
    api: { webhooks: showing(endpoint) },
  })
  await press('Open Ledger')
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Set certificate…' })).toBeNull()
})
