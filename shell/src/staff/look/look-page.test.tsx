/** XC-3: what a tenant has lent is looked at in each environment that it named, and by no other. */
import { expect, jest, test } from '@jest/globals'
import type { Look } from '@sonaqor/contract/staff'
import type { Host } from '@sonaqor/embed/host'
import { running } from '@sonaqor/storybook/fixtures/support-access'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { grantOfLook } from './grant-of-look.ts'
import { LookPage } from './look-page.tsx'

const lookInto = (environments: Look['environments']): Look => ({
  token: 'a token',
  expiresIn: 300,
  access: running,
  tenant: { id: 'harbour', name: 'Harbour Bank' },
  scopes: ['projects:read', 'keys:read'],
  environments,
})

function show(look: Look, locale = 'en') {
  const update = jest.fn<Host['update']>()
  const place = jest.fn<Host['place']>(() => ({ remove: () => undefined }) as never)
  const state = () => ({ environment: grantOfLook(look).environment })
  render(<LookPage {...{ look, locale }} host={{ update, place, state } as unknown as Host} />)
  return { update, place }
}

const environment = (name: string) => screen.getByRole('button', { name })

test('XC-3: both environments that were lent are there to be looked at, one at a time', async () => {
  const { update, place } = show(lookInto(['sandbox', 'production']))
  expect(environment('Production').getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(screen.getByRole('tab', { name: 'API keys' }))
  await userEvent.click(environment('Sandbox'))
  expect(update.mock.calls).toEqual([[{ environment: 'sandbox' }]])
  expect(environment('Sandbox').getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByText('Test data')).toBeTruthy()
  // What one looks at stays where it was.
  expect(screen.getByRole('tab', { name: 'API keys' }).getAttribute('aria-selected')).toBe('true')
  expect(place.mock.lastCall?.[1].view).toBe('keys.list')
})

test('XC-3: what was not lent cannot be chosen, and what was is named', () => {
  show(lookInto(['sandbox']))
  expect(environment('Sandbox').getAttribute('aria-pressed')).toBe('true')
  expect(screen.queryByRole('button', { name: 'Production' })).toBeNull()
})

test('XC-12: the environments are named in the language of whoever looks', async () => {
  show(lookInto(['sandbox', 'production']), 'de')
  expect(await screen.findByRole('button', { name: 'Produktion' })).toBeTruthy()
})
