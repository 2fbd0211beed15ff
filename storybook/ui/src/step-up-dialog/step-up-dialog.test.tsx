import { expect, jest, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StepUpDialog, type StepUpAnswer } from './step-up-dialog.tsx'

function ask(answer: () => Promise<StepUpAnswer>, lockedUntil?: string) {
  const onSubmit = jest.fn<(password: string) => Promise<StepUpAnswer>>(answer)
  render(
    <StepUpDialog
      purpose="reveal it"
      account="ada@example.com"
      onSubmit={onSubmit}
      onClose={() => undefined}
      wordsOf={() => 'No answer came.'}
      lockedUntil={lockedUntil}
    />,
  )
  return onSubmit
}

const field = () => screen.getByLabelText('Password')
const confirm = () => screen.getByRole('button', { name: 'Confirm' })

test('Enter sends the password once, and nothing can be sent while it is looked at', async () => {
  const onSubmit = ask(() => new Promise(() => undefined))
  await userEvent.type(field(), 'correct horse{Enter}')
  expect(confirm().getAttribute('aria-busy')).toBe('true')
  await userEvent.type(field(), '{Enter}')
  await userEvent.click(confirm())
  expect(onSubmit.mock.calls).toEqual([['correct horse']])
})

test('without a password nothing is sent', async () => {
  const onSubmit = ask(() => Promise.resolve({ status: 'confirmed' }))
  await userEvent.click(confirm())
  expect(onSubmit).not.toHaveBeenCalled()
  expect(screen.getByText('Enter your password.')).toBeTruthy()
  expect(document.activeElement).toBe(field())
})

test('a wrong password is taken away, with a word and the focus in its place', async () => {
  ask(() => Promise.resolve({ status: 'wrong', triesLeft: 3 }))
  await userEvent.type(field(), 'wrong{Enter}')
  expect(screen.getByText(/Attempts left: 3/)).toBeTruthy()
  expect(field()).toHaveProperty('value', '')
  expect(field().getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field())
})

test('too many of them lock it until a moment that is named', async () => {
  ask(() => Promise.resolve({ status: 'locked', until: '2199-01-01T12:15:00Z' }))
  await userEvent.type(field(), 'wrong{Enter}')
  const banner = screen.getByRole('alert')
  expect(banner.textContent).toContain('Too many wrong passwords')
  expect(document.activeElement).toBe(banner)
  expect(field()).toHaveProperty('disabled', true)
  expect(confirm()).toHaveProperty('disabled', true)
})

test('a lock opens by itself when its time has come', () => {
  jest.useFakeTimers()
  ask(() => Promise.resolve({ status: 'confirmed' }), new Date(Date.now() + 5_000).toISOString())
  expect(field()).toHaveProperty('disabled', true)
  act(() => jest.advanceTimersByTime(5_100))
  expect(field()).toHaveProperty('disabled', false)
  jest.useRealTimers()
})

test('what got no answer can be sent again as it is', async () => {
  const onSubmit = ask(() => Promise.reject(new Error('offline')))
  await userEvent.type(field(), 'right{Enter}')
  expect(screen.getByRole('alert').textContent).toContain('No answer came.')
  await userEvent.click(confirm())
  expect(onSubmit.mock.calls).toEqual([['right'], ['right']])
})
