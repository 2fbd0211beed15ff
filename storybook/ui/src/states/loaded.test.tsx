import { expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Loaded, type Readable } from './loaded.tsx'

type Names = readonly string[]

const problem = {
  code: 'overloaded',
  title: 'Too busy at the moment',
  detail: 'All workers are busy.',
  instance: 'request-77',
}

function showNames(part: Partial<Readable<Names>>) {
  const of = {
    status: 'pending',
    data: undefined,
    error: null,
    refetch: jest.fn(),
    ...part,
  } as const
  render(
    <Loaded of={of} empty={<p>Nothing yet</p>}>
      {(names) => <p>{names.join(', ')}</p>}
    </Loaded>,
  )
  return of
}

test('what is loading says so to those who cannot see its shape', () => {
  showNames({})
  expect(screen.getByRole('status').textContent).toBe('Loading')
})

test('what failed says what happened, why, what to do, and its request id, and can be retried', async () => {
  const { refetch } = showNames({ status: 'error', error: { problem } })
  const words = screen.getByRole('alert').textContent
  expect(words).toContain('Too busy at the moment')
  expect(words).toContain('All workers are busy. Wait a moment, then try again.')
  expect(words).toContain('request-77')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(refetch).toHaveBeenCalledTimes(1)
})

test('what failed is asked for again by itself when the network is back, and what is ready is not', () => {
  const { refetch } = showNames({ status: 'error', error: new TypeError('Failed to fetch') })
  const ready = showNames({ status: 'success', data: ['Ada'] })
  fireEvent(window, new Event('online'))
  expect(refetch).toHaveBeenCalledTimes(1)
  expect(ready.refetch).not.toHaveBeenCalled()
})

test('Quality: what waits for the network says so above its shape, and has nothing to be pressed', () => {
  showNames({ fetchStatus: 'paused' })
  const [words] = screen.getAllByRole('status')
  expect(words?.textContent).toBe('You are offlineThis loads once the connection is back.')
  expect(screen.getByText('Loading')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('Quality: what was read stays in view while it is asked for again without a network, and waits for nothing', () => {
  showNames({ status: 'success', data: ['Ada'], fetchStatus: 'paused' })
  expect(screen.getByText('Ada')).toBeTruthy()
  expect(screen.queryByText('You are offline')).toBeNull()
})

test('Quality: where another question waits for the network, the rows of the last one stay with a word', () => {
  const waiting = { fetchStatus: 'paused', isPlaceholderData: true } as const
  showNames({ status: 'success', data: ['Ada'], ...waiting })
  expect(screen.getByText('Ada')).toBeTruthy()
  expect(screen.getByText('You are offline')).toBeTruthy()
})

test('what is forbidden names the missing scope, and offers no retry', () => {
  showNames({
    status: 'error',
    error: { problem: { ...problem, code: 'forbidden', scope: 'keys:read' } },
  })
  expect(screen.getByText('keys:read')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('Quality: what is not there names the request, and offers no retry that would not find it either', () => {
  showNames({ status: 'error', error: { problem: { ...problem, code: 'not-found' } } })
  expect(screen.getByRole('alert').textContent).toContain('request-77')
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('an error without a problem is a lost connection, and is told as one', () => {
  showNames({ status: 'error', error: new TypeError('Failed to fetch') })
  expect(screen.getByRole('alert').textContent).toContain('The server could not be reached')
})

test('an empty list shows what is to be done instead', () => {
  showNames({ status: 'success', data: [] })
  expect(screen.getByText('Nothing yet')).toBeTruthy()
})

test('what was read once stays in view when a later reading fails', () => {
  showNames({ status: 'error', error: { problem }, data: ['Ada', 'Grace'] })
  expect(screen.getByText('Ada, Grace')).toBeTruthy()
  expect(screen.getByText('This may be out of date')).toBeTruthy()
})
