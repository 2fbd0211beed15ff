import { keyScopes } from '@sonaqor/contract/access'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { act as drawn, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import IssueKeyView from '../issue/issue-key-view.tsx'
import { actsOn, askToRevoke, pageOver } from '../testing/show-keys-page.tsx'

type Keys = ModuleContext['api']['keys']

const live = keyOf({ environment: 'production', label: 'Billing' })
const showPage = pageOver({ keys: [live], apps: [] })
const none = { totp: null, passkeys: [], recoveryCodesLeft: 0 }
const anApp = { ...none, totp: { since: '2026-01-01T00:00:00Z' } }

type Factors = typeof none | typeof anApp

function showTo(factors: Factors | Promise<Factors>, keys: FakeModuleOptions['api'] = {}) {
  const setUpFactor = jest.fn()
  const showFactors = jest.fn(() => Promise.resolve(factors))
  const api = { ...keys, account: { showFactors } }
  showPage({ environment: 'production', setUpFactor, api })
  return { setUpFactor, showFactors }
}

const refusing = (problem: object) =>
  jest.fn<Keys['revoke']>(() => Promise.reject(Object.assign(new Error(), { problem })))
const required = {
  code: 'step-up-required',
  title: 'A second factor is required',
  detail: 'Prove a second factor, then try again.',
  instance: 'request-77',
}

test('KY-3 XC-1: whoever has no second factor learns it from the question, and where one is set up', async () => {
  const revoke = refusing(required)
  const known = Promise.withResolvers<Factors>()
  const { setUpFactor } = showTo(known.promise, { keys: { revoke } })
  const dialog = await askToRevoke('Billing')
  await userEvent.click(dialog.getByLabelText(/^Type/))
  known.resolve(none)
  await dialog.findByText('Set up a second factor first')
  expect(dialog.queryByLabelText(/^Type/)).toBeNull()
  expect(document.activeElement?.textContent).toContain('Set up a second factor first')
  const button = dialog.getByRole('button', { name: 'Revoke key' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(button)
  expect(revoke).not.toHaveBeenCalled()
  await userEvent.click(dialog.getByRole('button', { name: 'Set one up in a new tab' }))
  expect(setUpFactor).toHaveBeenCalledTimes(1)
})

test('KY-3 XC-1: the question says that it takes one; who thinks better of that finds it as it was', async () => {
  const revoke = refusing({ ...required, isGivenUp: true })
  showTo(anApp, { keys: { revoke } })
  const dialog = await askToRevoke('Billing')
  expect(dialog.getByText(/^For this you need your second factor/)).toBeTruthy()
  await userEvent.type(dialog.getByLabelText(/^Type/), 'Billing{Enter}')
  await waitFor(() => expect(revoke).toHaveBeenCalledTimes(1))
  expect(dialog.queryByRole('alert')).toBeNull()
  expect(dialog.getByLabelText(/^Type/)).toHaveProperty('value', 'Billing')
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
  await waitFor(() => expect(revoke).toHaveBeenCalledTimes(2))
})

test('KY-1 XC-1: without one a production key’s label is changed, and nothing else of it', async () => {
  showTo(none)
  const menu = await actsOn('Billing')
  await userEvent.click(menu.getByRole('menuitem', { name: 'Edit…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit “Billing”' }))
  const isHeldBack = () =>
    dialog.getByRole('button', { name: 'Save changes' }).getAttribute('aria-disabled') === 'true'
  await userEvent.type(dialog.getByLabelText('Label'), ' 2')
  expect(await dialog.findByText(/Until then only its label can be changed/)).toBeTruthy()
  expect(isHeldBack()).toBe(false)
  await userEvent.type(dialog.getByLabelText('Requests a minute'), '60')
  expect(isHeldBack()).toBe(true)
})

test.each([
  ['Edit…', 'Edit “Billing”'],
  ['Revoke…', 'Revoke “Billing”?'],
])(
  'KY-3 XC-1 WCAG 2.4.3: whoever stands at the way to a second factor stays there once it was gone elsewhere: %s',
  async (act, title) => {
    const { showFactors } = showTo(none)
    const menu = await actsOn('Billing')
    jest.useFakeTimers()
    try {
      fireEvent.click(menu.getByRole('menuitem', { name: act }))
      await drawn(() => jest.advanceTimersByTimeAsync(0))
      const dialog = within(screen.getByRole('dialog', { name: title }))
      dialog.getByRole('button', { name: 'Set one up in a new tab' }).focus()
      showFactors.mockResolvedValue(anApp)
      await drawn(() => jest.advanceTimersByTimeAsync(6000))
      expect(dialog.queryByRole('button', { name: 'Set one up in a new tab' })).toBeNull()
      expect(document.activeElement?.textContent).toMatch(
        /^(For this|To change .*) you need your second factor/,
      )
    } finally {
      jest.useRealTimers()
    }
  },
)

/** Shows the form that issues a key; its first app is of the sandbox, its last one of production. */
async function showForm(factors: Factors) {
  const setUpFactor = jest.fn()
  const showFactors = jest.fn(() => Promise.resolve(factors))
  const api = { account: { showFactors }, apps: { list: () => pageWith(apps) } }
  const { wrapper } = fakeModule({ scopes: keyScopes, setUpFactor, api })
  render(<IssueKeyView />, { wrapper })
  await screen.findByLabelText('App')
  return { setUpFactor, showFactors }
}

const choose = ({ id }: (typeof apps)[number]) =>
  userEvent.selectOptions(screen.getByLabelText('App'), id)

const toEndIt = 'To revoke or rotate this key you will need a second factor.'

test('KY-1 XC-1: whoever issues a production key without a second factor learns that ending it takes one', async () => {
  const { setUpFactor, showFactors } = await showForm(none)
  expect(showFactors).not.toHaveBeenCalled()
  await choose(apps[2]!)
  await screen.findByText(toEndIt)
  await userEvent.click(screen.getByRole('button', { name: 'Set one up in a new tab' }))
  expect(setUpFactor).toHaveBeenCalledTimes(1)
  await choose(apps[0]!)
  expect(screen.queryByText(toEndIt)).toBeNull()
})

test('KY-1 XC-1: whoever has one is told nothing of it as they issue a key', async () => {
  const { showFactors } = await showForm(anApp)
  await choose(apps[2]!)
  await waitFor(() => expect(showFactors).toHaveBeenCalledTimes(1))
  await drawn(() => showFactors.mock.results[0]!.value)
  expect(screen.queryByText(toEndIt)).toBeNull()
})
