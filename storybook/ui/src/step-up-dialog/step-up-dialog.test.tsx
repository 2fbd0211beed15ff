import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { FactorAnswer, FactorProof } from './factor-form.tsx'
import { StepUpDialog } from './step-up-dialog.tsx'

const all = ['totp', 'passkey', 'recovery-code']
const onSetUp = jest.fn()

function ask(answer: () => Promise<FactorAnswer>, methods: readonly string[] = all) {
  const onProve = jest.fn<(proof: FactorProof) => Promise<FactorAnswer>>(answer)
  render(
    <StepUpDialog
      holds="a-while"
      methods={{ status: 'success', data: methods, error: null, refetch: () => undefined }}
      onProve={onProve}
      onClose={() => undefined}
      onSetUp={onSetUp}
      wordsOf={() => 'No answer came.'}
    />,
  )
  return onProve
}

const field = () => screen.getByLabelText('Code')
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('XC-1: the last digit sends the code once, and nothing more while it is looked at', async () => {
  const onProve = ask(() => new Promise(() => undefined))
  await userEvent.type(field(), '123456{Enter}')
  expect(screen.getByRole('button', { name: 'Confirm' }).getAttribute('aria-busy')).toBe('true')
  await press('Confirm')
  expect(onProve.mock.calls).toEqual([[{ factor: 'totp', code: '123456' }]])
})

test('without a code nothing is sent, and the field is where one goes on', async () => {
  const onProve = ask(() => Promise.resolve('proved'))
  await press('Confirm')
  expect(onProve).not.toHaveBeenCalled()
  expect(screen.getByText('Enter the code.')).toBeTruthy()
  expect(document.activeElement).toBe(field())
})

test('XC-6: a wrong code is taken away, with a word and the focus in its place', async () => {
  ask(() => Promise.resolve('wrong'))
  await userEvent.type(field(), '000000')
  expect(screen.getByText(/code is not right/)).toBeTruthy()
  expect(field()).toHaveProperty('value', '')
  expect(field().getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field())
})

test('XC-1: too many wrong codes are said, and what to do', async () => {
  ask(() => Promise.resolve('locked'))
  await userEvent.type(field(), '000000')
  expect(screen.getByRole('alert').textContent).toContain('Too many wrong codes')
})

test('what got no answer can be sent again as it is', async () => {
  const onProve = ask(() => Promise.reject(new Error('offline')))
  await userEvent.type(field(), '123456')
  expect(screen.getByRole('alert').textContent).toContain('No answer came.')
  await press('Confirm')
  expect(onProve).toHaveBeenCalledTimes(2)
})

test('a passkey is asked for with one press, and giving up leads back to any way', async () => {
  const onProve = ask(() => Promise.resolve('given-up'))
  await press('Use a passkey')
  expect(onProve.mock.calls).toEqual([[{ factor: 'passkey' }]])
  expect(screen.getByRole('alert').textContent).toContain('cancelled')
  await press('Use a recovery code')
  expect(screen.queryByRole('alert')).toBeNull()
  await userEvent.type(screen.getByLabelText('Recovery code'), 'ABCDE-FGHJK{Enter}')
  expect(onProve).toHaveBeenLastCalledWith({ factor: 'recovery-code', code: 'ABCDE-FGHJK' })
})

test('nothing is offered that the person does not have', () => {
  ask(() => Promise.resolve('proved'), ['totp'])
  expect(screen.queryByRole('button', { name: 'Use a passkey' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Use a recovery code' })).toBeNull()
})

test('XC-1: whoever has no second factor is led to where one is set up', async () => {
  ask(() => Promise.resolve('proved'), [])
  expect(screen.queryByLabelText('Code')).toBeNull()
  await press('Set up a second factor')
  expect(onSetUp).toHaveBeenCalledTimes(1)
})
