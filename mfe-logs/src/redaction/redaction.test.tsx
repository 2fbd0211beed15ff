import type { ModuleContext } from '@sonaqor/module'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { redactionRulesOf, triedRedactionOf } from '@sonaqor/storybook/fixtures/redaction'
import { expect, jest, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver, press } from '../testing/show-logs-page.tsx'
import { linesKept, linesSent, type Line } from './lines.ts'

type Try = ModuleContext['api']['logs']['tryRedaction']

const showPage = pageOver({ entries: logEntries, detailOf: () => logDetailOf() })

const redactionRules = () => Promise.resolve(redactionRulesOf())

async function open(options: FakeModuleOptions = {}) {
  const tryRedaction = jest.fn<Try>(() => Promise.resolve(triedRedactionOf()))
  showPage({ ...options, api: { logs: { tryRedaction, redactionRules, ...options.api?.logs } } })
  await press('More for these logs')
  await userEvent.click(screen.getByRole('menuitem', { name: 'Try out redaction…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Try out redaction' }))
  return { dialog, tryRedaction }
}

const marks = (side: HTMLElement) =>
  [...side.querySelectorAll('mark')].map(({ textContent }) => textContent)

test.each(['shell', 'embed'] as const)(
  'LG-1: in the %s a request is tried, and each place that was taken out bears its rule',
  async (kind) => {
    const { dialog, tryRedaction } = await open({ kind })
    await press('Show what is kept')
    const sent = await dialog.findByRole('region', { name: 'What is sent' })
    expect(tryRedaction.mock.lastCall?.[0].body.sample).toMatchObject({
      method: 'POST',
      path: '/v1/customers',
      query: 'trace=9f86d081',
      headers: { 'User-Agent': 'shop/4.2 (ops@example.com)' },
    })
    expect(marks(sent)).toEqual([
      'trace=9f86d0812',
      'Authorization: Bearer sq_test_4f9a1c771',
      'User-Agent: shop/4.2 (ops@example.com)5',
      '"Ada Example"3',
      '"Ada Example"2',
      '"Bavaria, +49 170 1234567"8',
    ])
    expect(marks(dialog.getByRole('region', { name: 'What the log keeps' }))).toEqual([
      'trace=[redacted]2',
      'user-agent: shop/4.2 ([redacted])5',
      '"[redacted]"3',
      '"[string]"2',
      '"Bavaria, [redacted]"8',
    ])
    const title = dialog.getByRole('heading', { name: 'Something is taken out at 6 places' })
    expect(title.parentElement).toBe(document.activeElement)
    const undeclared = dialog.getByText('Not declared').closest('li')!
    expect(undeclared.textContent).toContain('2 places')
    expect(within(undeclared).getByText('Body: nmae')).toBeTruthy()
    expect(within(undeclared).getByText('Query, parameter 1')).toBeTruthy()
  },
)

test('LG-1: all rules in force are told before anything was tried, with what they name', async () => {
  const { dialog } = await open()
  const rules = await dialog.findAllByRole('listitem')
  expect(rules).toHaveLength(redactionRulesOf().rules.length)
  expect(dialog.getByText(/cannot be switched off/)).toBeTruthy()
  expect(dialog.getByText('The 4 headers that are kept')).toBeTruthy()
  expect(dialog.getByText(/user-agent, x-request-id/)).toBeTruthy()
})

test('LG-1: a request of the log is taken to go on from, and pasted addresses lose their origin', async () => {
  const { dialog, tryRedaction } = await open()
  const begin = dialog.getByLabelText('Begin with')
  await userEvent.selectOptions(begin, await dialog.findByRole('option', { name: /\/v1\/apps/ }))
  const body = await dialog.findByDisplayValue(/cust-1042/)
  expect(body.textContent).toContain('"name": "[redacted]"')
  const address = dialog.getByLabelText('Path and query')
  await userEvent.clear(address)
  await userEvent.type(address, 'https://api.example.com/v1/keys?limit=1')
  await press('Show what is kept')
  await dialog.findByRole('region', { name: 'What is sent' })
  const { sample } = tryRedaction.mock.lastCall![0].body
  expect(sample).toMatchObject({ path: '/v1/keys', query: 'limit=1' })
})

test('LG-1: what is no path and no header is said at its field, and nothing is asked', async () => {
  const { dialog, tryRedaction } = await open()
  await userEvent.clear(dialog.getByLabelText('Path and query'))
  await userEvent.type(dialog.getByLabelText('Headers'), '\nno header')
  await press('Show what is kept')
  expect(dialog.getByText(/Begin with a slash/)).toBeTruthy()
  expect(dialog.getByText(/this is none: no header/)).toBeTruthy()
  expect(tryRedaction).not.toHaveBeenCalled()
})

const shown = (lines: readonly Line[]) =>
  lines.map((line) =>
    line.map(({ text, rules }) => (rules.length > 0 ? `«${text}»${rules.join()}` : text)).join(''),
  )

test('LG-1: a private name, what had no room, and a body that is no JSON are marked as well', () => {
  const base = { method: 'POST', path: '/v1/x', query: '', headers: {} } as const
  const kept = { operation: null, path: '/v1/x', query: '', headers: {} }
  const named = {
    sample: { ...base, body: '{"ada@example.com":{"a":1},"b":[1,2]}' },
    kept: {
      ...kept,
      body: { text: '{"[redacted]":"[object]","b":[1]}', bytes: 40, cut: true },
      places: [
        { at: '/body/[redacted]', rule: 'email' },
        { at: '/body/[redacted]', rule: 'undeclared' },
        { at: '/body', rule: 'size' },
      ] as const,
    },
  }
  expect(
    shown(linesSent({ ...named, kept: { ...named.kept, places: [...named.kept.places] } })),
  ).toEqual([
    'POST /v1/x',
    '',
    '{',
    '  «"ada@example.com": {"a":1}»email,undeclared,',
    '  "b": [',
    '    1,',
    '    «2»size',
    '  ]',
    '}',
  ])
  expect(
    shown(linesKept({ ...named, kept: { ...named.kept, places: [...named.kept.places] } })),
  ).toEqual([
    'POST /v1/x',
    '',
    '{',
    '  «"[redacted]": "[object]"»email,undeclared,',
    '  "b": [',
    '    1',
    '  ]',
    '}',
  ])
  const form = {
    sample: { ...base, body: 'name=Ada\nx' },
    kept: {
      ...kept,
      body: { text: '', bytes: 10, cut: true },
      places: [{ at: '/body', rule: 'format' as const }],
    },
  }
  expect(shown(linesSent(form)).slice(1)).toEqual(['', '«name=Ada»format', '«x»format'])
  expect(shown(linesKept(form))).toEqual(['POST /v1/x'])
})
