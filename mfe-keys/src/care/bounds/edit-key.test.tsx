import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { broadKey } from '@sonaqor/storybook/fixtures/key-care'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago, dayMs } from '@sonaqor/storybook/fixtures/time'
import { appOf } from '@sonaqor/storybook/fixtures/projects'
import type { ModuleContext } from '@sonaqor/module'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { actsOn, openDrawer, pageOver } from '../../testing/show-keys-page.tsx'

type Update = ModuleContext['api']['keys']['update']

const key = broadKey({ lastUsedIp: '203.0.113.7' })
const pageOf = pageOver({ keys: [key], apps: [] })

function showPage({ api, ...options }: FakeModuleOptions = {}) {
  const update = jest.fn<Update>(({ body }) =>
    Promise.resolve({ ...key, ...(body as object), revision: 2 }),
  )
  const module = pageOf({ ...options, api: { ...api, keys: { update, ...api?.keys } } })
  return { module, update }
}

async function edit(label = key.label) {
  const menu = await actsOn(label)
  await userEvent.click(menu.getByRole('menuitem', { name: 'Edit…' }))
  return within(await screen.findByRole('dialog', { name: `Edit “${label}”` }))
}

const fill = async (field: HTMLElement, text: string) => {
  await userEvent.clear(field)
  if (text) await userEvent.type(field, text)
}
type Dialog = Awaited<ReturnType<typeof edit>>
const save = (dialog: Dialog) =>
  userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))

test('KY-1 KY-7: label, addresses and pace are changed together, and what stays is left out', async () => {
  const { update } = showPage()
  const dialog = await edit()
  await fill(dialog.getByLabelText('Label'), ' Ledger ')
  await fill(dialog.getByLabelText('Allowed addresses'), '203.0.113.0/24, 2001:db8::/32')
  await fill(dialog.getByLabelText('Requests a minute'), '120')
  await save(dialog)
  expect(await screen.findByText('“Ledger” was changed')).toBeTruthy()
  expect(update).toHaveBeenCalledTimes(1)
  expect(update).toHaveBeenCalledWith({
    params: { id: key.id },
    body: {
      label: 'Ledger',
      ipAllowlist: ['203.0.113.0/24', '2001:db8::/32'],
      requestsPerMinute: 120,
    },
    ifMatch: 1,
  })
  expect(screen.queryByRole('dialog', { name: /^Edit/ })).toBeNull()
})

test('KY-1: what can be put back is put back by a press', async () => {
  const { update } = showPage()
  const dialog = await edit()
  await fill(dialog.getByLabelText('Label'), 'Ledger')
  await save(dialog)
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(update).toHaveBeenCalledTimes(2))
  expect(update.mock.calls[1]![0]).toEqual({
    params: { id: key.id },
    body: { label: key.label },
    ifMatch: 2,
  })
})

test('KY-8: a scope that is taken away says what is refused from then on, and there is no way back', async () => {
  const { update } = showPage()
  const dialog = await edit()
  await userEvent.click(dialog.getByRole('checkbox', { name: /^logs:read/ }))
  const foot = dialog.getByRole('button', { name: 'Save changes' }).parentElement!
  expect(within(foot).getByText(/a key never gains a scope/)).toBeTruthy()
  expect(dialog.getByText('GET /v1/logs')).toBeTruthy()
  await save(dialog)
  await screen.findByText(`“${key.label}” was changed`)
  expect(update.mock.calls[0]![0].body).toEqual({
    scopes: ['customers:ingest', 'transactions:ingest', 'customers:read'],
  })
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test('KY-8: a key is offered its own scopes alone, and keeps one at least', async () => {
  const { update } = showPage()
  const dialog = await edit()
  const boxes = dialog.getAllByRole('checkbox')
  expect(boxes).toHaveLength(key.scopes.length)
  for (const box of boxes) await userEvent.click(box)
  await save(dialog)
  expect(dialog.getByText('Choose at least one scope.')).toBeTruthy()
  expect(update).not.toHaveBeenCalled()
})

test.each([
  ['Label', '', 'Enter what the key will be used for.'],
  ['Allowed addresses', 'everywhere', /Line 1: “everywhere” is no IP address/],
  ['Requests a minute', '0', 'Enter a whole number from 1 to 3,000, or nothing.'],
  ['Requests a minute', 'many', 'Enter a whole number from 1 to 3,000, or nothing.'],
])(
  'KY-1 KY-7: %s “%s” is refused at its field, which gets the focus',
  async (label, text, fault) => {
    const { update } = showPage()
    const dialog = await edit()
    const field = dialog.getByLabelText(label)
    await fill(field, text)
    await save(dialog)
    expect(dialog.getByText(fault)).toBeTruthy()
    expect(document.activeElement).toBe(field)
    expect(update).not.toHaveBeenCalled()
  },
)

test('KY-1: every address that is none is named with its line, and the field shows all of them', async () => {
  showPage()
  const dialog = await edit()
  const field = dialog.getByLabelText<HTMLTextAreaElement>('Allowed addresses')
  await fill(field, ['10.0.0.0/8', 'office', '10.0.0.1/33', '10.1.0.0/16'].join('\n'))
  expect(field.rows).toBeGreaterThan(4)
  await save(dialog)
  const fault = 'Line 2: “office”; Line 3: “10.0.0.1/33” are no IP addresses and no ranges.'
  expect(dialog.getByText(new RegExp(`^${fault}`))).toBeTruthy()
})

test('KY-1: a list that shuts out whoever uses the key is refused at its field, until it is meant', async () => {
  const { update } = showPage()
  const dialog = await edit()
  const field = dialog.getByLabelText('Allowed addresses')
  await fill(field, '198.51.100.0/24')
  await save(dialog)
  expect(dialog.getByText(/used last from 203\.0\.113\.7, which is not in this list/)).toBeTruthy()
  expect(document.activeElement).toBe(field)
  expect(update).not.toHaveBeenCalled()
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Change it all the same' }))
  await save(dialog)
  await screen.findByText(`“${key.label}” was changed`)
  expect(update.mock.calls[0]![0].body).toEqual({
    ipAllowlist: ['198.51.100.0/24'],
    confirm: true,
  })
})

test('KY-1: the address that it was used from is added by a press', async () => {
  showPage()
  const dialog = await edit()
  const field = dialog.getByLabelText<HTMLTextAreaElement>('Allowed addresses')
  await fill(field, '198.51.100.0/24')
  await userEvent.click(dialog.getByRole('button', { name: 'Add its last address' }))
  expect(field.value).toBe('198.51.100.0/24\n203.0.113.7')
  expect(dialog.queryByRole('button', { name: 'Add its last address' })).toBeNull()
  expect(document.activeElement).toBe(field)
})

const refusing = (problem: object) => () =>
  Promise.reject(
    Object.assign(new Error(), { problem: { title: 'No', detail: 'No.', ...problem } }),
  )

test('KY-1: that somebody shuts out their own address is said at the field, and sent again where it is meant', async () => {
  const errors = [{ pointer: '#/ipAllowlist', detail: 'does not hold your own address' }]
  const update = jest
    .fn<Update>(() => Promise.resolve(key))
    .mockImplementationOnce(refusing({ code: 'conflict', errors }))
  showPage({ api: { keys: { update } } })
  const dialog = await edit()
  await fill(dialog.getByLabelText('Allowed addresses'), '203.0.113.0/24')
  await save(dialog)
  expect(await dialog.findByText(/Your own address is not in this list/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Change it all the same' }))
  await save(dialog)
  await waitFor(() => expect(update).toHaveBeenCalledTimes(2))
  expect(update.mock.calls[1]![0].body).toMatchObject({ confirm: true })
})

test('KY-7: what the API refuses of a field is said at it, all else in the form, which stays', async () => {
  const errors = [{ pointer: '#/requestsPerMinute', detail: 'must be at most 80' }]
  const update = jest
    .fn<Update>(refusing({ code: 'conflict' }))
    .mockImplementationOnce(refusing({ code: 'invalid', errors }))
  showPage({ api: { keys: { update } } })
  const dialog = await edit()
  const field = dialog.getByLabelText('Requests a minute')
  await fill(field, '900')
  await save(dialog)
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  await fill(field, '90')
  await save(dialog)
  expect(await dialog.findByText(/Look at the current state/)).toBeTruthy()
})

test('KY-1: nothing changed is nothing sent, and what was entered is not lost by a press beside it', async () => {
  const { update } = showPage()
  const dialog = await edit()
  await save(dialog)
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Edit/ })).toBeNull())
  expect(update).not.toHaveBeenCalled()
  const again = await edit()
  await fill(again.getByLabelText('Label'), 'Else')
  await userEvent.click(again.getByRole('button', { name: 'Close' }))
  expect(again.getByText('Discard what you have entered?')).toBeTruthy()
})

test('KY-6: a key is edited from its drawer as well; one that is over is not', async () => {
  showPage()
  const drawer = await openDrawer(key.label)
  await userEvent.click(drawer.getByRole('button', { name: 'Edit…' }))
  expect(await screen.findByRole('dialog', { name: `Edit “${key.label}”` })).toBeTruthy()
})

test('KY-6: a key that is over is offered no change', async () => {
  const over = keyOf({ state: 'revoked' })
  showPage({ api: { keys: { list: () => pageWith([over]) } } })
  const menu = await actsOn(over.label)
  expect(menu.queryByRole('menuitem', { name: /^Edit/ })).toBeNull()
})

test('EM-10: in a partner’s page a production key is edited in a window of ours', async () => {
  const live = broadKey({ environment: 'production' })
  const leaveFor = jest.fn((_view: string, _params?: object) => Promise.resolve())
  showPage({
    kind: 'embed',
    environment: 'production',
    leaveFor,
    api: { keys: { list: () => pageWith([live]) } },
  })
  const menu = await actsOn(live.label)
  await userEvent.click(menu.getByRole('menuitem', { name: 'Edit in a new window…' }))
  expect(leaveFor).toHaveBeenCalledWith('keys.list', { key: live.id, act: 'edit' })
})

test('KY-1: the end of a key is put off or brought nearer, and put back by a press', async () => {
  const { update } = showPage()
  const dialog = await edit()
  const field = dialog.getByLabelText<HTMLSelectElement>('Expiry')
  expect(field.selectedOptions[0]?.textContent).toBe('As before, until it is revoked')
  await userEvent.selectOptions(field, 'On a date…')
  fireEvent.change(dialog.getByLabelText('Ends on'), { target: { value: '2090-03-01T10:30' } })
  // There is time enough, and nobody is alarmed.
  expect(dialog.queryByText(/^It is in use/)).toBeNull()
  await save(dialog)
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(update).toHaveBeenCalledTimes(2))
  expect(update.mock.calls.map(([{ body }]) => body)).toEqual([
    { expiresAt: new Date('2090-03-01T10:30').toISOString() },
    { expiresAt: null },
  ])
})

test('KY-1: of a key in use that is to end soon it is said before that its requests are refused then', async () => {
  showPage()
  const dialog = await edit()
  await userEvent.selectOptions(dialog.getByLabelText('Expiry'), 'In 7 days')
  expect(dialog.getByText('It is in use: its requests are refused from then on')).toBeTruthy()
  expect(dialog.getByText(/^Its last accepted use/)).toBeTruthy()
  await userEvent.selectOptions(dialog.getByLabelText('Expiry'), 'In 30 days')
  expect(dialog.getByText(/reminded 14, 7 days and one day before/)).toBeTruthy()
  expect(dialog.queryByText(/^It is in use/)).toBeNull()
})

test.each([
  ['Set an expiry…', 'Expiry'],
  ['Restrict…', 'Allowed addresses'],
  ['Set a limit…', 'Requests a minute'],
])(
  'KY-1 KY-7: what is not set is told in the drawer, and “%s” leads to its field',
  async (press, field) => {
    showPage()
    const drawer = await openDrawer(key.label)
    expect(drawer.getByText('Any address')).toBeTruthy()
    expect(
      drawer.getByText(
        'No limit of its own. Those of each operation hold: 3,000, and 6,000 to send customers or transactions.',
      ),
    ).toBeTruthy()
    await userEvent.click(drawer.getByRole('button', { name: press }))
    const dialog = within(await screen.findByRole('dialog', { name: `Edit “${key.label}”` }))
    expect(document.activeElement).toBe(dialog.getByLabelText(field))
    expect(dialog.getByText(/3,000, and 6,000 to send customers or transactions/)).toBeTruthy()
  },
)

test.each([
  ['Change the expiry…', 'Expiry'],
  ['Change the addresses…', 'Allowed addresses'],
  ['Change the limit…', 'Requests a minute'],
])(
  'KY-1 KY-7: what is set is changed or taken away from where it is shown, by “%s”',
  async (press, field) => {
    const bound = { expiresAt: inAYear, ipAllowlist: ['203.0.113.0/24'], requestsPerMinute: 120 }
    const held = broadKey(bound)
    showPage({ api: { keys: { list: () => pageWith([held]), show: () => Promise.resolve(held) } } })
    const drawer = await openDrawer(key.label)
    await userEvent.click(drawer.getByRole('button', { name: press }))
    const dialog = within(await screen.findByRole('dialog', { name: `Edit “${key.label}”` }))
    expect(document.activeElement).toBe(dialog.getByLabelText(field))
  },
)

const inAYear = ago(-365 * dayMs)

test('KY-7: a key without a limit is held to that of its app, which is told', async () => {
  const app = appOf({ id: key.appId, requestsPerMinute: 600 })
  showPage({ api: { apps: { list: () => pageWith([app]) } } })
  const drawer = await openDrawer(key.label)
  expect(await drawer.findByText(/Those of its app \(600 over all of its keys\)/)).toBeTruthy()
})
