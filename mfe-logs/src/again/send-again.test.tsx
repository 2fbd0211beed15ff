import type { SentAgain } from '@sonaqor/contract/log-again'
import { keys } from '@sonaqor/storybook/fixtures/keys'
import { logDetailOf, logEntries, logEntryOf, sentAgainOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import type { ModuleContext } from '@sonaqor/module'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openRequest, pageOver } from '../testing/show-logs-page.tsx'

type Send = ModuleContext['api']['logs']['sendAgain']

const first = 'POST /v1/customers, 201 Created'
const scopes: FakeModuleOptions['scopes'] = [
  'logs:read',
  'customers:read',
  'keys:read',
  'keys:write',
]
const production = { ...logEntryOf(), environment: 'production' as const }

function show(options: FakeModuleOptions = {}, answer: SentAgain = sentAgainOf()) {
  const sendAgain = jest.fn<Send>(() => Promise.resolve(answer))
  const module = pageOver({ entries: logEntries, detailOf: (entry) => logDetailOf(entry) })({
    scopes,
    ...options,
    api: {
      keys: { list: () => pageWith(keys) },
      ...options.api,
      logs: { sendAgain, ...options.api?.logs },
    },
  })
  return { ...module, sendAgain }
}

/** Opens the first request of the list, and the editor of it. */
async function openEditor(name = 'Send again') {
  const drawer = await openRequest(first)
  await userEvent.click(await drawer.findByRole('button', { name: `${name}…` }))
  return within(await screen.findByRole('dialog', { name }))
}

test('LG-8: a request is sent again from an editor in which what was redacted is empty, and said to be', async () => {
  const { sendAgain, viewState } = show()
  const editor = await openEditor()
  const body = await editor.findByLabelText('Request body')
  expect((body as HTMLTextAreaElement).value).toContain('"name": ""')
  expect(body.getAttribute('aria-describedby')).toBeTruthy()
  expect(editor.getByText(/^Redacted before storing, .*Fill in: name\.$/)).toBeTruthy()

  await userEvent.clear(body)
  await userEvent.type(body, '{{"reference":"c-7","name":"Ada"}')
  expect(editor.queryByText(/^Left empty/)).toBeNull()
  await userEvent.click(editor.getByRole('button', { name: 'Send in the sandbox' }))
  const answer = await editor.findByRole('heading', { name: /^Answer/ })
  await waitFor(() => expect(document.activeElement).toBe(answer))
  expect(sendAgain.mock.calls).toMatchObject([
    [
      {
        params: { id: logEntries[0]!.id },
        body: {
          keyId: logEntries[0]!.keyId,
          body: '{"reference":"c-7","name":"Ada"}',
          copyToSandbox: false,
        },
      },
    ],
  ])
  expect(editor.queryByRole('button', { name: 'Cancel' })).toBeNull()
  expect(editor.getAllByRole('button', { name: 'Close' })).toHaveLength(2)
  await userEvent.click(editor.getByRole('button', { name: 'Open its entry' }))
  expect(viewState.read()).toEqual({ entry: sentAgainOf().logId })
})

test('LG-8: only keys of the sandbox that are in use are offered; without one it says where to get one', async () => {
  show()
  const editor = await openEditor()
  const choice = await editor.findByLabelText<HTMLSelectElement>('Sandbox key')
  const usable = keys.filter(({ state }) => state === 'active')
  expect(choice.options).toHaveLength(usable.length)
})

test('LG-8: without a key of the sandbox there is nothing to send with, and the way to one', async () => {
  const { navigated } = show({ api: { keys: { list: () => pageWith([]) } } })
  const editor = await openEditor()
  await userEvent.click(await editor.findByRole('button', { name: 'To the API keys' }))
  expect(navigated).toEqual([{ view: 'keys.list', params: undefined }])
})

test('LG-8: what was made in production is copied to the sandbox, and said to be', async () => {
  const { sendAgain } = show({
    api: {
      keys: { list: () => pageWith(keys) },
      logs: { show: () => Promise.resolve(logDetailOf(production)) },
    },
  })
  const editor = await openEditor('Copy to sandbox')
  expect(editor.getByText('This request was made in production')).toBeTruthy()
  await userEvent.click(await editor.findByRole('button', { name: 'Send in the sandbox' }))
  await editor.findByRole('heading', { name: /^Answer/ })
  expect(sendAgain.mock.lastCall?.[0].body.copyToSandbox).toBe(true)
})

test('LG-8: a missing part of the path is asked for before anything is sent', async () => {
  const path = '/v1/customers/[redacted]'
  const { sendAgain } = show({
    api: {
      keys: { list: () => pageWith(keys) },
      logs: { show: () => Promise.resolve(logDetailOf({ path })) },
    },
  })
  const editor = await openEditor()
  await userEvent.click(await editor.findByRole('button', { name: 'Send in the sandbox' }))
  const part = editor.getByLabelText('Missing part 1 of the path')
  expect(part.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(part)
  expect(sendAgain).not.toHaveBeenCalled()
  await userEvent.type(part, 'c 7')
  await userEvent.click(editor.getByRole('button', { name: 'Send in the sandbox' }))
  await waitFor(() => expect(sendAgain).toHaveBeenCalled())
  expect(sendAgain.mock.lastCall?.[0].body.path).toBe('/v1/customers/c%207')
})

test('LG-8: what was changed is not lost by Escape', async () => {
  show()
  const editor = await openEditor()
  await userEvent.type(await editor.findByLabelText('Request query'), 'dryRun=true')
  await userEvent.click(editor.getByRole('button', { name: 'Close' }))
  expect(editor.getByText('Discard what you have changed?')).toBeTruthy()
  await userEvent.click(editor.getByRole('button', { name: 'Keep editing' }))
  expect(editor.getByLabelText<HTMLTextAreaElement>('Request query').value).toBe('dryRun=true')
})

test.each<[string, FakeModuleOptions]>([
  ['who may not use keys', { scopes: ['logs:read', 'keys:read'] }],
  ['a page of a partner', { kind: 'embed' }],
])('LG-8: %s is offered nothing', async (_, options) => {
  show(options)
  const drawer = await openRequest(first)
  await drawer.findByRole('region', { name: 'Request body' })
  expect(drawer.queryByRole('button', { name: 'Send again…' })).toBeNull()
})

test('LG-8: who sees no values is told that the right to see them is missing, and not that they were redacted', async () => {
  show({ scopes: ['logs:read', 'keys:read', 'keys:write'] })
  const editor = await openEditor()
  await editor.findByLabelText('Request body')
  expect(editor.getByText(/takes customers:read\. Fill in: /)).toBeTruthy()
  expect(editor.queryByText(/Redacted before storing/)).toBeNull()
})
