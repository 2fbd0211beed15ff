import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { rotatingKey, rotationOf } from '@sonaqor/storybook/fixtures/key-rotation'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { actsOn, openDrawer, pageOver } from '../testing/show-keys-page.tsx'

const live = keyOf({ environment: 'production', label: 'Billing' })
const showPage = pageOver({ keys: [live], apps: [] })

/** A partner's page that shows keys of production, from which a window of ours can be opened. */
function showEmbed(options: FakeModuleOptions = {}) {
  const back = Promise.withResolvers<void>()
  const leaveFor = jest.fn((_view: string, _params?: object) => back.promise)
  const list = jest.fn(() => pageWith([live]))
  const module = showPage({
    kind: 'embed',
    environment: 'production',
    leaveFor,
    ...options,
    api: { keys: { list, ...options.api?.keys } },
  })
  return { module, leaveFor, list, comeBack: () => back.resolve() }
}

const inWindow = { name: 'Revoke in a new window…' }

test('EM-10: in a partner’s page a production key is revoked in a window of ours, and read anew after it', async () => {
  const { leaveFor, list, comeBack } = showEmbed()
  const menu = await actsOn('Billing')
  await userEvent.click(menu.getByRole('menuitem', inWindow))
  expect(leaveFor).toHaveBeenCalledWith('keys.list', { key: live.id, act: 'revoke' })
  expect(screen.queryByRole('dialog', { name: /Billing/ })).toBeNull()
  const before = list.mock.calls.length
  comeBack()
  await waitFor(() => expect(list.mock.calls.length).toBeGreaterThan(before))
})

test('EM-10: so is one rotated, whatever the page itself may do', async () => {
  const { module, leaveFor } = showEmbed()
  const menu = await actsOn('Billing')
  await userEvent.click(menu.getByRole('menuitem', { name: 'Rotate in a new window…' }))
  expect(leaveFor).toHaveBeenCalledWith('keys.list', { key: live.id, act: 'rotate' })
  expect(module.opened).toEqual([])
})

test('EM-10: so is its old secret ended', async () => {
  const turning = rotatingKey({ environment: 'production', label: 'Billing' })
  const { leaveFor } = showEmbed({
    api: {
      keys: {
        list: () => pageWith([turning]),
        show: () => Promise.resolve(turning),
        rotation,
      },
    },
  })
  const drawer = await openDrawer('Billing')
  await userEvent.click(
    await drawer.findByRole('button', { name: 'End the old secret in a new window…' }),
  )
  expect(leaveFor).toHaveBeenCalledWith('keys.list', { key: live.id, act: 'end' })
})

const rotation = () => Promise.resolve(rotationOf())

/** The page of the shell to which such a window leads. */
function showWindow(act: string) {
  const turning = rotatingKey({ environment: 'production', label: 'Billing' })
  const show = () => Promise.resolve(turning)
  const list = () => pageWith([turning])
  const viewState = fakeModule().viewState
  viewState.write({ key: live.id, act })
  return showPage({ viewState, environment: 'production', api: { keys: { list, show, rotation } } })
}

test('EM-10: the window of a rotation opens the view that shows the secret', async () => {
  const module = showWindow('rotate')
  await waitFor(() =>
    expect(module.opened).toEqual([{ view: 'keys.rotate', params: { keyId: live.id } }]),
  )
})

test('EM-10: the window in which an old secret is ended stands at that question', async () => {
  showWindow('end')
  expect(await screen.findByRole('dialog', { name: /^End the old secret/ })).toBeTruthy()
})

test('EM-10: a drawer that leads there closes, for what is said of the window stands behind it', async () => {
  const { module, leaveFor } = showEmbed()
  const drawer = await openDrawer('Billing')
  await userEvent.click(drawer.getByRole('button', inWindow))
  expect(leaveFor).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /Billing/ })).toBeNull())
  expect(module.viewState.read()).toEqual({})
})

test('EM-10: a key of the sandbox is revoked where it is shown', async () => {
  const tried = keyOf({ label: 'Trial' })
  const { leaveFor } = showEmbed({
    environment: 'sandbox',
    api: { keys: { list: () => pageWith([tried]) } },
  })
  const menu = await actsOn('Trial')
  await userEvent.click(menu.getByRole('menuitem', { name: 'Revoke…' }))
  expect(await screen.findByRole('dialog', { name: 'Revoke “Trial”?' })).toBeTruthy()
  expect(leaveFor).not.toHaveBeenCalled()
})

test('EM-10: a session that can only read shows no way there', async () => {
  showEmbed({ scopes: ['keys:read'] })
  const menu = await actsOn('Billing')
  expect(menu.queryByRole('menuitem', { name: /^Revoke/ })).toBeNull()
})

test('EM-10: the window stands at the question already, and asks it once', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ key: live.id, act: 'revoke', back: 'https://portal.example' })
  showPage({ viewState, environment: 'production' })
  const dialog = within(await screen.findByRole('dialog', { name: 'Revoke “Billing”?' }))
  expect(viewState.read()).toEqual({ key: live.id, back: 'https://portal.example' })
  await userEvent.click(dialog.getByRole('button', { name: 'Keep key' }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Revoke/ })).toBeNull())
})

test('EM-10: a partner’s page cannot ask that question by what it chooses in the view', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ key: live.id, act: 'revoke' })
  const { leaveFor } = showEmbed({ viewState })
  expect(await screen.findByRole('dialog', { name: 'Billing' })).toBeTruthy()
  expect(leaveFor).not.toHaveBeenCalled()
  expect(screen.queryByRole('dialog', { name: /^Revoke/ })).toBeNull()
})
