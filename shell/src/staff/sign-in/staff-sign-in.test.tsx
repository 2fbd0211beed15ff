/** XC-1: how staff prove who they are at their own door, and again for one act. */
import { expect, jest, test } from '@jest/globals'
import { Surface } from '@sonaqor/ui'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { problem } from '../../identity/testing/people.ts'
import { openStepUpDesk } from '../../step-up/step-up-desk.ts'
import type { StaffApi } from '../staff-api.ts'
import { StaffSignIn } from './staff-sign-in.tsx'
import { StaffStepUp } from './staff-step-up.tsx'

type Api = StaffApi['staff']
const apiOf = (staff: Partial<Api>) => ({ staff }) as unknown as StaffApi
const show = (what: React.ReactNode) => render(<Surface locale="en">{what}</Surface>)

const suspended = () => Promise.reject(problem('access-suspended', { status: 403 }))
const waits = () =>
  Promise.reject(problem('second-factor-required', { status: 401, ticket: 't', methods: ['totp'] }))

async function signIn(staff: Partial<Api>): Promise<void> {
  show(<StaffSignIn api={apiOf(staff)} onEntered={() => undefined} />)
  await userEvent.type(screen.getByLabelText('E-mail'), 'sam@sonaqor.test')
  await userEvent.type(screen.getByLabelText('Password'), 'lemon tugboat quiver anthem')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

const stepUpOptions = () => Promise.resolve({ methods: ['totp'], options: null })

const told = async () => (await screen.findByRole('alert')).textContent

test('XC-1: who is suspended hears it after the right password, and whom to ask', async () => {
  await signIn({ signIn: suspended })
  expect(await told()).toMatch(/suspended.*security lead/)
})

test('XC-1: and after the right code where there is one, back at the beginning', async () => {
  await signIn({ signIn: waits, verifyMfa: suspended })
  await userEvent.type(await screen.findByLabelText('Code'), '123456')
  expect(await told()).toMatch(/suspended.*security lead/)
  expect(screen.getByLabelText('Password')).toBeTruthy()
})

test('XC-1: for one act of staff the proof is asked for by its name, and goes with it', async () => {
  const stepUp = jest.fn<Api['stepUp']>(() =>
    Promise.resolve({ until: '2199-01-01T00:00:00Z', proof: 'p1' }),
  )
  const desk = openStepUpDesk()
  const answer = desk.ask('PATCH /v1/staff/people/1#mark')
  show(<StaffStepUp api={apiOf({ stepUp, stepUpOptions })} question={desk.question()!} />)
  expect(await screen.findByText(/It counts for this one action/)).toBeTruthy()
  await userEvent.type(await screen.findByLabelText('Code'), '123456')
  expect(await answer).toMatchObject({ proof: 'p1' })
  expect(stepUp).toHaveBeenCalledWith({
    body: { code: '123456', operation: 'PATCH /v1/staff/people/1#mark' },
  })
})
