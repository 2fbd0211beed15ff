import type { ModuleContext } from '@sonaqor/module'
import { loadTexts } from '@sonaqor/module/texts'
import { endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { attemptOf, reformattedVerdict, sentTestOf } from '@sonaqor/storybook/fixtures/webhooks'
import { expect, jest, test } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { userEvent } from '@testing-library/user-event'
import { press, showView } from '../testing/show-view.tsx'
import { languages } from './texts/index.ts'
import { DebugSignature } from './debug-signature.tsx'
import { SendTest } from './send-test.tsx'
import { useTrial } from './use-trial.ts'

type Webhooks = ModuleContext['api']['webhooks']

function showTest(sent = sentTestOf()) {
  const sendTest = jest.fn<Webhooks['sendTest']>(() => Promise.resolve(sent))
  showView(<SendTest of={endpointOf()} />, { api: { webhooks: { sendTest } } })
  return sendTest
}
const write = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } })

test('WH-5: an example is chosen, edited and sent, and what is answered stands there at once', async () => {
  const sendTest = showTest()
  const type = await screen.findByRole('combobox', { name: 'Event type' })
  await userEvent.clear(type)
  await userEvent.type(type, 'app created')
  await userEvent.click(await screen.findByRole('option', { name: /apps\.created/ }))
  await write('Data', '{ "name": "Till" }')
  await press('Send a test')
  expect(await screen.findByText('The endpoint took it')).toBeTruthy()
  expect(screen.getByText('Delivered, 204')).toBeTruthy()
  expect(screen.getByText('First byte 44 ms')).toBeTruthy()
  expect(sendTest.mock.lastCall?.[0]).toEqual({
    params: { id: endpointOf().id },
    body: { eventType: 'apps.created', data: { name: 'Till' } },
  })
})

test('WH-5: without an event type nothing is sent, and it is asked for at its field', async () => {
  const sendTest = showTest()
  await press('Clear')
  await press('Send a test')
  expect(await screen.findByText('Choose an event type.')).toBeTruthy()
  expect(sendTest).not.toHaveBeenCalled()
})

test('WH-5: what is no object of JSON is told, and not sent', async () => {
  const sendTest = showTest()
  await write('Data', '[]')
  await press('Send a test')
  expect(screen.getByText('Enter a JSON object.')).toBeTruthy()
  for (const [text, place] of [
    ['{\n  "name": till\n}', /In line 2, at character 11/],
    ['{\n  "name": ', /In line 2, at character 11/],
    ['{ "a": [1, 2, }', /In line 1, at character 15/],
  ] as const) {
    await write('Data', text)
    await press('Send a test')
    expect(await screen.findByText(place)).toBeTruthy()
  }
  expect(sendTest).not.toHaveBeenCalled()
})

test('WH-5: the signature is shown step by step, with a way to verify it in five languages', async () => {
  showTest()
  await press('Send a test')
  const { signature } = sentTestOf()
  const signed = await screen.findByRole('region', { name: 'What is signed' })
  expect(signed.textContent).toBe(signature.signed)
  for (const language of ['Node.js', 'Python', 'Go', 'PHP', 'Ruby']) {
    await userEvent.click(screen.getByRole('radio', { name: language }))
    const code = screen.getByRole('region', { name: language })
    expect(code.textContent).toContain('WEBHOOK_SECRET')
  }
})

test('WH-5: an endpoint that does not take it says why', async () => {
  const attempt = attemptOf({
    status: null,
    fault: 'timeout',
    detail: 'No answer within 15 seconds.',
    response: null,
  })
  showTest(sentTestOf({ attempt }))
  await press('Send a test')
  expect(await screen.findByText('The endpoint did not take it')).toBeTruthy()
  expect(screen.getByText('No answer in time')).toBeTruthy()
})

test('WH-5 WH-9: what is tried stays while one looks elsewhere, and is checked in the debugger as it was sent', async () => {
  const sent = sentTestOf()
  const debugSignature = jest.fn<Webhooks['debugSignature']>(() =>
    Promise.resolve(reformattedVerdict),
  )
  showView(<Parts />, {
    api: { webhooks: { sendTest: () => Promise.resolve(sent), debugSignature } },
  })
  await write('Data', '{ "mine": 1 }')
  await press('Send a test')
  await screen.findByText('The endpoint took it')
  await press('Elsewhere')
  await press('Back')
  expect(await screen.findByDisplayValue('{ "mine": 1 }')).toBeTruthy()
  expect(screen.getByText('The endpoint took it')).toBeTruthy()
  await press('Check this in the debugger')
  expect(await screen.findByText(/This message as it came/)).toBeTruthy()
  const { signature } = sent
  await waitFor(() =>
    expect(debugSignature).toHaveBeenCalledWith({
      body: {
        endpointId: endpointOf().id,
        headers: {
          'webhook-id': signature.id,
          'webhook-timestamp': signature.timestamp,
          'webhook-signature': signature.signatures[0]!.value,
        },
        body: sent.payload,
        at: sent.attempt.at,
      },
    }),
  )
})

test('WH-9: the debugger does not begin with a test that a newer one came after', async () => {
  const debugSignature = jest.fn<Webhooks['debugSignature']>(() =>
    Promise.resolve(reformattedVerdict),
  )
  const attempt = attemptOf({ status: null, fault: 'timeout', response: null })
  const sendTest = jest
    .fn<Webhooks['sendTest']>()
    .mockResolvedValueOnce(sentTestOf())
    .mockResolvedValue(sentTestOf({ deliveryId: 'newer', attempt }))
  showView(<Parts />, { api: { webhooks: { sendTest, debugSignature } } })
  await press('Send a test')
  await press('Check this in the debugger')
  expect(await screen.findByText(/This message as it came/)).toBeTruthy()
  await press('Elsewhere')
  await press('Back')
  await press('Send a test')
  await screen.findByText('The endpoint did not take it')
  await press('Debugger')
  expect(await screen.findByLabelText('Body')).toHaveProperty('value', '')
  expect(debugSignature).toHaveBeenCalledTimes(1)
})

/** As the tabs of an endpoint have it. */
function Parts() {
  const [part, show] = useState('test')
  const inHand = useTrial(() => show('signature'))
  if (part === 'elsewhere') return <button onClick={() => show('test')}>Back</button>
  return (
    <>
      <button onClick={() => show('elsewhere')}>Elsewhere</button>
      <button onClick={() => show('signature')}>Debugger</button>
      {part === 'test' && <SendTest of={endpointOf()} inHand={inHand} />}
      {part === 'signature' && <DebugSignature of={endpointOf()} given={inHand.given} />}
    </>
  )
}

test('WH-9: of a pasted request it is said rule by rule what fails, why, and from which byte on', async () => {
  const debugSignature = jest.fn<Webhooks['debugSignature']>(() =>
    Promise.resolve(reformattedVerdict),
  )
  showView(<DebugSignature of={endpointOf()} />, { api: { webhooks: { debugSignature } } })
  await write('Headers', 'Webhook-Id: msg_1\nwebhook-signature: v1,abc=')
  await write('Body', '{"a":1}')
  await press('Check signature')
  expect(await screen.findByText('The signature is not right')).toBeTruthy()
  expect(screen.getByText(/The JSON was parsed and written anew/)).toBeTruthy()
  expect(screen.getByText('Broken')).toBeTruthy()
  expect(screen.getByText('At byte 8')).toBeTruthy()
  expect(debugSignature.mock.lastCall?.[0]).toEqual({
    body: {
      endpointId: endpointOf().id,
      headers: { 'webhook-id': 'msg_1', 'webhook-signature': 'v1,abc=' },
      body: '{"a":1}',
    },
  })
})

test('WH-9: where the body was held against nothing the verdict itself says so, and a page of a partner where the right signature stands', async () => {
  const rules: typeof reformattedVerdict.rules = [
    { rule: 'body', state: 'not-reached', detail: 'It is not held against what was sent.' },
    { rule: 'signature', state: 'broken', detail: 'No signature is by a secret of this endpoint.' },
  ]
  const verdict = { ...reformattedVerdict, cause: null, firstDifference: null, expected: [], rules }
  const debugSignature = () => Promise.resolve(verdict)
  showView(<DebugSignature of={endpointOf()} />, {
    kind: 'embed',
    api: { webhooks: { debugSignature } },
  })
  const whole = ['webhook-id: a', 'webhook-timestamp: 1', 'webhook-signature: v1,abc=']
  await write('Headers', whole.join('\n'))
  await press('Check signature')
  expect(
    await screen.findByText(/Whether a byte of the body was changed could not be/),
  ).toBeTruthy()
  expect(screen.getByText(/stands in the dashboard alone/)).toBeTruthy()
})

test('WH-9: headers that are missing are named first of all, and a rule that nothing was held against says so', async () => {
  const rules = reformattedVerdict.rules.map(({ rule }) => ({
    rule,
    state: rule === 'headers' ? ('broken' as const) : ('not-reached' as const),
    detail: 'A rule before it has to hold first.',
  }))
  const debugSignature = jest
    .fn<Webhooks['debugSignature']>()
    .mockResolvedValueOnce({ ...reformattedVerdict, cause: null, rules })
    .mockResolvedValue({
      ...reformattedVerdict,
      rules: [{ rule: 'body', state: 'not-reached', detail: 'No delivery has this id.' }],
    })
  showView(<DebugSignature of={endpointOf()} />, { api: { webhooks: { debugSignature } } })
  await write('Headers', 'Webhook-Id: msg_1\nwebhook-timestamp:')
  await press('Check signature')
  const told = await screen.findByText(/webhook-timestamp and webhook-signature are missing/)
  expect(told.textContent).not.toContain('webhook-id')
  expect(screen.queryByText(/Nothing that usually happens/)).toBeNull()
  await press('Check signature')
  expect(await screen.findByText('No delivery has this id.')).toBeTruthy()
})

test('WH-9: of a time that is too far off it is said how far, and whose clock it may be', async () => {
  const debugSignature = jest.fn<Webhooks['debugSignature']>(() =>
    Promise.resolve({
      ...reformattedVerdict,
      cause: 'timestamp-too-old',
      signedBy: 'secret',
      signedSecondsAgo: 3 * 3600,
    }),
  )
  showView(<DebugSignature of={endpointOf()} />, { api: { webhooks: { debugSignature } } })
  await write('Headers', 'Webhook-Id: msg_1')
  await press('Check signature')
  const told = await screen.findByText(/It was signed 3 hours before it came; at most 5 minutes/)
  expect(screen.getByText('The signature fits, and its time is too far off')).toBeTruthy()
  // Of what fits nothing else is expected.
  expect(screen.queryByText(/What webhook-signature would say/)).toBeNull()
  expect(told.textContent).toContain(
    'clock of your receiver is ahead, or that of the sender behind',
  )
})

test('WH-9: what is said of each rule is said in the language of the reader', async () => {
  await loadTexts('de', languages)
  const debugSignature = jest.fn<Webhooks['debugSignature']>(() =>
    Promise.resolve(reformattedVerdict),
  )
  showView(<DebugSignature of={endpointOf()} />, {
    locale: 'de',
    api: { webhooks: { debugSignature } },
  })
  await write('Header', 'webhook-id: msg_1')
  await press('Signatur prüfen')
  expect(await screen.findByText('Es ist eine Zeit in Sekunden seit 1970.')).toBeTruthy()
  expect(screen.getByText(/Sie wurde 12 Sekunden vor dem Empfang signiert/)).toBeTruthy()
  for (const { detail } of reformattedVerdict.rules) expect(screen.queryByText(detail)).toBeNull()
})

test('WH-9: what is no list of headers is asked for anew', async () => {
  showView(<DebugSignature of={endpointOf()} />)
  await write('Headers', 'none of these')
  await press('Check signature')
  await waitFor(() => expect(screen.getByText(/Enter one header a line/)).toBeTruthy())
})
