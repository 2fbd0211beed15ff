import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { frameOf } from '../frame/testing/frame-of.ts'
import { recoveryCodes, sessionOf } from '../identity/testing/people.ts'
import type { MemberSession } from '../session/member-session.ts'
import { FactorGate } from './factor-gate.tsx'

const stepUp = jest.fn<Client['auth']['stepUp']>()
const renew = jest.fn<MemberSession['renew']>()
const signOut = jest.fn(() => Promise.resolve())
const account = {
  beginTotp: jest.fn<Client['account']['beginTotp']>(),
  confirmTotp: jest.fn<Client['account']['confirmTotp']>(),
}

beforeEach(() => {
  stepUp.mockReset().mockResolvedValue({ until: '2199-01-01T00:00:00Z', proof: null })
  renew.mockReset().mockResolvedValue(sessionOf())
})

function show(...methods: string[]) {
  const auth = { stepUp, stepUpOptions: () => Promise.resolve({ methods, options: null }) }
  render(
    <FactorGate
      api={{ auth, account } as unknown as Client}
      member={{ renew, signOut }}
      session={sessionOf()}
      language={frameOf().language}
    />,
  )
}

test('XC-1: a tenant that asks for a second factor says so, and opens once it was shown', async () => {
  show('totp')
  expect(await screen.findByText(/^Northwind asks for a second factor/)).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Code'), '123456')
  expect(stepUp).toHaveBeenCalledWith({ body: { code: '123456' } })
  expect(renew).toHaveBeenCalledTimes(1)
})

test('XC-1: whoever has none sets one up there, keeps the codes, and the dashboard opens', async () => {
  account.beginTotp.mockResolvedValue({ secret: 'ABCD', uri: 'otpauth://totp/Sonaqor' })
  account.confirmTotp.mockResolvedValue({ recoveryCodes: [...recoveryCodes] })
  show()
  await userEvent.click(await screen.findByRole('button', { name: 'Set up authenticator app' }))
  await userEvent.type(screen.getByLabelText('Password'), 'my password{Enter}')
  await userEvent.type(await screen.findByLabelText('First code'), '123456')
  expect(await screen.findByRole('heading', { level: 2, name: 'Recovery codes' })).toBeTruthy()
  await userEvent.click(await screen.findByLabelText('I have kept them'))
  expect(renew).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Done' }))
  expect(renew).toHaveBeenCalledTimes(1)
})

test('who does not want to can sign out', async () => {
  show('totp')
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }))
  expect(signOut).toHaveBeenCalledTimes(1)
})
