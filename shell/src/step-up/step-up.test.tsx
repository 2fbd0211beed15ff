import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { problem } from '../identity/testing/people.ts'
import { openStepUpDesk } from './step-up-desk.ts'
import { StepUp } from './step-up.tsx'

const stepUp = jest.fn<Client['auth']['stepUp']>()
const onSetUp = jest.fn()
const shown = { until: '2199-01-01T00:00:00Z', proof: null }

async function ask(operation?: string, methods = ['totp']) {
  const desk = openStepUpDesk()
  const answer = desk.ask(operation)
  const api = {
    auth: { stepUp, stepUpOptions: () => Promise.resolve({ methods, options: null }) },
  } as unknown as Client
  render(<StepUp api={api} question={desk.question()!} onSetUp={onSetUp} />)
  await screen.findByRole('button', { name: methods.length > 0 ? 'Confirm' : /Set up/ })
  return { desk, answer }
}

beforeEach(() => void stepUp.mockReset().mockResolvedValue(shown))

test('XC-1: a code proves it for the session, and the question is gone', async () => {
  const { desk, answer } = await ask()
  await userEvent.type(screen.getByLabelText('Code'), '123456')
  expect(await answer).toEqual(shown)
  expect(stepUp).toHaveBeenCalledWith({ body: { code: '123456' } })
  expect(desk.question()).toBeUndefined()
})

test('XC-1: for one call, the proof names it', async () => {
  stepUp.mockResolvedValue({ ...shown, proof: 'p1' })
  const { answer } = await ask('DELETE /v1/account/totp')
  expect(screen.getByText(/It counts for this one action/)).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Code'), '123456')
  expect(await answer).toMatchObject({ proof: 'p1' })
  expect(stepUp).toHaveBeenCalledWith({
    body: { code: '123456', operation: 'DELETE /v1/account/totp' },
  })
})

test('XC-1: a wrong code keeps the question open; closing it gives up', async () => {
  stepUp.mockRejectedValueOnce(problem('invalid', { status: 422 }))
  const { desk, answer } = await ask()
  await userEvent.type(screen.getByLabelText('Code'), '000000')
  expect(await screen.findByText(/This code is not right/)).toBeTruthy()
  expect(desk.question()).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(await answer).toBeUndefined()
})

test('XC-1: whoever has no factor is led to where one is set up', async () => {
  const { answer } = await ask(undefined, [])
  await userEvent.click(screen.getByRole('button', { name: 'Set up a second factor' }))
  expect(await answer).toBeUndefined()
  expect(onSetUp).toHaveBeenCalledTimes(1)
})
