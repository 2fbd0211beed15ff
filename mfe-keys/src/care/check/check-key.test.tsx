import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import type { KeyCheck } from '@sonaqor/contract/keys'
import type { ModuleContext } from '@sonaqor/module'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver, press, rowOf } from '../../testing/show-keys-page.tsx'

type Check = ModuleContext['api']['keys']['check']

/** Its checksum holds, and it opens nothing. */
const secret = 'sq_test_0000000000000000000000000000004Dr3bM'
const known: KeyCheck = {
  is: 'known',
  environment: 'sandbox',
  secret: 'newest',
  works: true,
  key: keyOf(),
}
const unknown: KeyCheck = { ...known, is: 'unknown', secret: null, works: null, key: null }

const unreached = () => Promise.reject(new TypeError('no answer'))

const pageOf = pageOver({ keys, apps })

async function openBox(answer: KeyCheck = known, options: FakeModuleOptions = {}) {
  const check = jest.fn<Check>(() => Promise.resolve(answer))
  const module = pageOf({
    ...options,
    api: {
      ...options.api,
      keys: { check, ...options.api?.keys },
    },
  })
  await press('Check a key…')
  const dialog = within(await screen.findByRole('dialog', { name: 'Check a key' }))
  const field = dialog.getByLabelText<HTMLInputElement>('Pasted key')
  return { module, check, dialog, field }
}

async function paste(field: HTMLElement, text: string) {
  await userEvent.click(field)
  await userEvent.paste(text)
}

test('KY-8: a pasted key is told at once: whose it is, whether it works, and where it leads', async () => {
  const { module, check, dialog, field } = await openBox()
  expect(document.activeElement).toBe(field)
  await paste(field, `Authorization: Bearer ${secret}`)
  expect(check).toHaveBeenCalledWith({ body: { key: secret } })
  const news = await dialog.findByText('A key of yours, and it works')
  for (const words of ['Checkout server', 'sq_test_0000…r3bM', 'Active', 'Checkout']) {
    expect(dialog.getByText(words)).toBeTruthy()
  }
  await waitFor(() => expect(document.activeElement).toBe(news.closest('.sq-banner')))
  await userEvent.click(dialog.getByRole('button', { name: 'Open its details' }))
  expect(module.viewState.read()).toEqual({ key: keyOf().id })
  expect(await screen.findByRole('dialog', { name: 'Checkout server' })).toBeTruthy()
})

test('KY-8: of a key of the other environment its app is told too, in the answer and in its details', async () => {
  const key = keyOf({ environment: 'production', appId: '01990000-0000-7000-8000-00000000beef' })
  const { dialog, field } = await openBox(
    { ...known, environment: 'production', key },
    {
      api: {
        apps: { show: () => Promise.resolve({ ...apps[0]!, id: key.appId, name: 'Live desk' }) },
        keys: { show: () => Promise.resolve(key) },
      },
    },
  )
  await paste(field, secret)
  expect(await dialog.findByText('Live desk')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Open its details' }))
  const drawer = within(await screen.findByRole('dialog', { name: key.label }))
  expect(await drawer.findByText('Live desk')).toBeTruthy()
})

test('KY-8: what is typed is checked by Enter', async () => {
  const { check, dialog, field } = await openBox(unknown)
  await userEvent.type(field, `${secret}{Enter}`)
  expect(await dialog.findByText('A well-formed key, but none that you can see')).toBeTruthy()
  expect(check).toHaveBeenCalledTimes(1)
})

/** All that React holds of what is drawn, as its developer tools show it. */
function heldByReact(root: Element): string {
  const name = Object.keys(root).find((key) => key.startsWith('__reactFiber$'))
  let top = (root as unknown as Record<string, { return?: object } | undefined>)[name ?? '']
  while (top?.return) top = top.return as { return?: object }
  const seen = new Set<unknown>()
  const held: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') held.push(value)
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    // The page itself is looked at apart.
    if (value instanceof Node || value === globalThis) return
    seen.add(value)
    for (const part of value instanceof Map || value instanceof Set
      ? value
      : Object.values(value)) {
      walk(part)
    }
  }
  walk(top)
  return held.join('\n')
}

test('KY-8 EM-4: nothing of it is left: in the field, the page, the address, what React or the reading holds', async () => {
  const { module, dialog, field } = await openBox()
  await paste(field, secret)
  await dialog.findByText('A key of yours, and it works')
  await userEvent.type(field, `${secret}{Enter}`)
  await dialog.findByText('A key of yours, and it works')
  expect(field.value).toBe('')
  const held = heldByReact(field)
  expect(held).toContain('Checkout server')
  expect(held).not.toContain(secret)
  expect(document.documentElement.outerHTML).not.toContain(secret)
  expect(JSON.stringify(module.viewState.read())).not.toContain(secret)
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(secret)
  expect(module.navigated).toEqual([])
})

test.each([
  ['hello', 'This is no Sonaqor key', /begins with sq_live_ or sq_test_/],
  [`${secret.slice(0, -1)}N`, /mistyped or cut$/, /Its checksum is wrong/],
  [secret.slice(0, -3), /mistyped or cut$/, /does not have the 44 characters/],
  [`${secret} sq_live_another`, 'These are several keys', /one at a time/],
])(
  'KY-2 KY-8: what cannot be a key is told by the browser, which sends nothing: %#',
  async (text, title, because) => {
    const { check, dialog, field } = await openBox()
    await paste(field, text)
    expect(await dialog.findByText(title)).toBeTruthy()
    expect(dialog.getByText(because)).toBeTruthy()
    expect(check).not.toHaveBeenCalled()
  },
)

test.each([
  [{ ...known, secret: 'old' } as const, 'The old secret of a key of yours, and it still works'],
  [{ ...known, secret: 'ended', works: false } as const, 'A former secret of a key of yours'],
  [
    { ...known, works: false, key: keyOf({ state: 'revoked' }) },
    'A key of yours that no longer works',
  ],
  [
    { ...known, secret: 'ended', works: false, key: keyOf({ state: 'revoked' }) } as const,
    /^The key is revoked\. This is a former secret of it/,
  ],
])('KY-8: which of its secrets it is, and whether it opens anything: %#', async (answer, title) => {
  const { dialog, field } = await openBox(answer)
  await paste(field, secret)
  expect(await dialog.findByText(title)).toBeTruthy()
})

test('KY-8: of an old secret its own ends are shown, beside those of the newest', async () => {
  const { dialog, field } = await openBox({ ...known, secret: 'old' })
  await paste(field, secret)
  const factOf = async (name: string) =>
    (await dialog.findByText(name)).closest('.sq-fact')?.querySelector('dd')?.textContent
  expect(await factOf('Checked secret')).toBe('sq_test_0000…r3bM')
  expect(await factOf('Newest secret')).toBe('sq_test_9fK2…x7Qz')
})

test('KY-8: beside a former secret the state that is told is said to be that of its key', async () => {
  const { dialog, field } = await openBox({ ...known, secret: 'ended', works: false })
  await paste(field, secret)
  expect(await dialog.findByText('State of the key')).toBeTruthy()
  expect(dialog.queryByText('State')).toBeNull()
})

test('KY-8: without an answer it says so, and that the key has to be pasted again', async () => {
  const { dialog, field } = await openBox(known, { api: { keys: { check: unreached } } })
  await paste(field, secret)
  expect(await dialog.findByText('The server could not be reached')).toBeTruthy()
  expect(dialog.getByText('The key was not kept. Paste it again.')).toBeTruthy()
})

test('KY-8: the answer to what was pasted last counts, however late the one before comes', async () => {
  const late = Promise.withResolvers<KeyCheck>()
  const check = jest
    .fn<Check>(() => Promise.resolve(unknown))
    .mockImplementationOnce(() => late.promise)
  const { dialog, field } = await openBox(known, { api: { keys: { check } } })
  await paste(field, secret)
  await paste(field, secret)
  await dialog.findByText('A well-formed key, but none that you can see')
  await act(async () => {
    late.resolve(known)
    await late.promise
  })
  expect(dialog.queryByText('A key of yours, and it works')).toBeNull()
})

test('KY-8: nothing pasted is said at the field', async () => {
  const { check, dialog } = await openBox()
  await userEvent.click(dialog.getByRole('button', { name: 'Check key' }))
  expect(dialog.getByText('Paste a key first.')).toBeTruthy()
  expect(check).not.toHaveBeenCalled()
})

test('KY-8: beneath a question without a key no answer to an earlier one is left', async () => {
  const { dialog, field } = await openBox()
  await paste(field, secret)
  await dialog.findByText('A key of yours, and it works')
  await userEvent.click(dialog.getByRole('button', { name: 'Check key' }))
  expect(dialog.getByText('Paste a key first.')).toBeTruthy()
  expect(dialog.queryByText('A key of yours, and it works')).toBeNull()
})

test('EM-4: in a partner’s page the box is not offered, for its scripts would read what is pasted', async () => {
  pageOf({ kind: 'embed' })
  await rowOf('Checkout server')
  expect(screen.queryByRole('button', { name: 'Check a key…' })).toBeNull()
})
