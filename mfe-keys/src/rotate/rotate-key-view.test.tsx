import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { rotatingKey } from '@sonaqor/storybook/fixtures/key-rotation'
import { ago, hourMs } from '@sonaqor/storybook/fixtures/time'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import RotateKeyView from './rotate-key-view.tsx'

type Keys = ModuleContext['api']['keys']
type RotateCall = Keys['rotate']

const before = keyOf()
const secret = 'sq_test_Nw7d-a-secret-of-this-test-k2Ty'
const rotated = { ...rotatingKey(), secret }
const mayAll = ['keys:read', 'keys:write', ...before.scopes] as const

function showView({ api, ...options }: FakeModuleOptions = {}) {
  const module = fakeModule({
    scopes: mayAll,
    params: { keyId: before.id },
    ...options,
    api: { ...api, keys: { show: () => Promise.resolve(before), ...api?.keys } },
  })
  render(<RotateKeyView />, { wrapper: module.wrapper })
  return module
}

const rotating = (answer = rotated) => jest.fn<RotateCall>(() => Promise.resolve(answer))
const refusing = (problem: object) =>
  jest.fn<RotateCall>(() => Promise.reject(Object.assign(new Error(), { problem })))

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))

const showLive = () => Promise.resolve(keyOf({ environment: 'production' }))

test('KY-3 XC-1: a production key is not rotated by whoever has no second factor, and says so first', async () => {
  const none = { totp: null, passkeys: [], recoveryCodesLeft: 0 }
  const rotate = rotating()
  const account = { showFactors: () => Promise.resolve(none) }
  showView({ api: { account, keys: { show: showLive, rotate } } })
  expect(await screen.findByText('Set up a second factor first')).toBeTruthy()
  await press('Rotate key')
  expect(rotate).not.toHaveBeenCalled()
})

test('KY-3: a day is suggested, the expiry is kept, and the new secret is shown once', async () => {
  const rotate = rotating()
  const module = showView({ api: { keys: { rotate } } })
  const day = await screen.findByRole<HTMLInputElement>('radio', { name: /^24 hours/ })
  expect(day.checked).toBe(true)
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: before.label }))
  await press('Rotate key')
  expect(await screen.findByText(/It is shown only once/)).toBeTruthy()
  expect(rotate).toHaveBeenCalledWith({
    params: { id: before.id },
    body: { overlap: '24h' },
    ifMatch: before.revision,
    idempotencyKey: expect.any(String),
  })
  expect(screen.getByText(/^The old secret/).textContent).toMatch(/sq_test_9fK2…x7Qz works until/)
  expect(screen.queryByText(secret)).toBeNull()
  await press('Show')
  expect(screen.getByText(secret)).toBeTruthy()
  expect(module.held()?.question).toMatch(/stored/)
  await userEvent.click(screen.getByRole('checkbox', { name: /stored it safely/ }))
  await press('Done')
  expect(module.finished).toEqual([{ done: true }])
})

test('KY-3: whoever ends the old secret at once is told first what stops working', async () => {
  const rotate = rotating({ ...rotated, oldSecret: null })
  showView({ api: { keys: { rotate } } })
  await screen.findByText(before.label)
  expect(screen.queryByText(/stops working at once/)).toBeNull()
  await choose('Not at all')
  expect(screen.getByText(/stops working at once/)).toBeTruthy()
  await press('Rotate key')
  expect((await screen.findByText(/^The old secret/)).textContent).toMatch(/no longer works/)
  expect(rotate.mock.calls[0]![0].body).toEqual({ overlap: 'now' })
})

test('KY-3: the key can be given another end, or none', async () => {
  const rotate = rotating()
  const ends = keyOf({ expiresAt: ago(-9 * 24 * hourMs) })
  showView({ api: { keys: { rotate, show: () => Promise.resolve(ends) } } })
  const field = await screen.findByLabelText<HTMLSelectElement>('Expiry')
  expect(field.selectedOptions[0]?.textContent).toMatch(/^As before, until .*\d{4}/)
  await userEvent.selectOptions(field, 'Never, until it is revoked')
  await choose('1 hour')
  await press('Rotate key')
  await screen.findByText(/It is shown only once/)
  expect(rotate.mock.calls[0]![0].body).toEqual({ overlap: '1h', expiresAt: null })
})

test('KY-3: beside two secrets there is no third, and nobody ends both by what was suggested', async () => {
  const rotate = rotating()
  showView({ api: { keys: { rotate, show: () => Promise.resolve(rotatingKey()) } } })
  expect(await screen.findByText('This key has two secrets already')).toBeTruthy()
  const day = screen.getByRole<HTMLInputElement>('radio', { name: /^24 hours/ })
  expect([day.disabled, day.checked]).toEqual([true, false])
  await press('Rotate key')
  expect(rotate).not.toHaveBeenCalled()
  expect(screen.getByText(/End it first, or choose “Not at all”/)).toBeTruthy()
  await choose('Not at all')
  await press('Rotate key')
  expect(rotate.mock.calls[0]![0].body).toEqual({ overlap: 'now' })
})

test('KY-3: where somebody else was faster, that is said in words, and what is left to choose', async () => {
  const rotate = refusing({
    code: 'conflict',
    title: 'Conflict',
    detail: 'The secret before the last rotation works until 2026-11-23T00:00:00Z.',
    errors: [{ pointer: '#/overlap', detail: 'must be now while an older secret still works' }],
  })
  const show = jest
    .fn(() => Promise.resolve(rotatingKey()))
    .mockImplementationOnce(() => Promise.resolve(before))
  showView({ api: { keys: { rotate, show } } })
  await press('Rotate key')
  expect(await screen.findByText('This key has two secrets already')).toBeTruthy()
  expect(screen.getByText(/End it first, or choose “Not at all”/)).toBeTruthy()
})

test('KY-3: pressing again after a lost answer is the same request, and makes no second secret', async () => {
  const rotate = rotating().mockImplementationOnce(() => Promise.reject(new TypeError('no answer')))
  const show = jest.fn(() => Promise.resolve(before))
  showView({ api: { keys: { rotate, show } } })
  await press('Rotate key')
  await screen.findByText('The server could not be reached')
  await press('Rotate key')
  await screen.findByText(/It is shown only once/)
  const [first, second] = rotate.mock.calls.map(([request]) => request)
  expect(first!.idempotencyKey).toBeTruthy()
  expect(second).toEqual(first)
})

test('KY-3: who lacks a scope of the key would see a secret that may do more, and is told so', async () => {
  const module = showView({ scopes: ['keys:read', 'keys:write', 'customers:ingest'] })
  expect((await screen.findByText(/You lack/)).textContent).toContain('transactions:ingest')
  expect(screen.queryByRole('button', { name: 'Rotate key' })).toBeNull()
  await press('Close')
  expect(module.finished).toEqual([{ done: false }])
})

test('KY-3: a key that is over gets no new secret', async () => {
  const over = keyOf({ state: 'revoked' })
  showView({ api: { keys: { show: () => Promise.resolve(over) } } })
  expect(await screen.findByText(/Issue another one/)).toBeTruthy()
})

test('KY-3: without keys:write the view names the missing scope', () => {
  showView({ scopes: ['keys:read'] })
  expect(screen.getByText('keys:write')).toBeTruthy()
})
