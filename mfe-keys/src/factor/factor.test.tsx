import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import type { ModuleContext } from '@sonaqor/module'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { act as drawn, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
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
  await userEvent.click(dialog.getByRole('button', { name: 'Set up a second factor' }))
  expect(setUpFactor).toHaveBeenCalledTimes(1)
})

test('KY-3 XC-1: the question says that it takes one; who thinks better of that finds it as it was', async () => {
  const revoke = refusing({ ...required, isGivenUp: true })
  showTo(anApp, { keys: { revoke } })
  const dialog = await askToRevoke('Billing')
  expect(dialog.getByText(/^This takes a second factor/)).toBeTruthy()
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
      dialog.getByRole('button', { name: 'Set up a second factor' }).focus()
      showFactors.mockResolvedValue(anApp)
      await drawn(() => jest.advanceTimersByTimeAsync(6000))
      expect(dialog.queryByRole('button', { name: 'Set up a second factor' })).toBeNull()
      expect(document.activeElement?.textContent).toMatch(
        /^(This|Whatever .*) takes a second factor/,
      )
    } finally {
      jest.useRealTimers()
    }
  },
)
