import { memoryViewState } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CameFrom } from './came-from.tsx'
import { pageBehind } from './page-behind.ts'

const opened = (query: Record<string, string>) => pageBehind({ viewState: memoryViewState(query) })

test('EM-10: a window that a partner’s page has opened knows which one', () => {
  expect(opened({ key: 'k1', back: 'https://portal.example' })).toBe('portal.example')
  expect(opened({ back: 'http://localhost:4971' })).toBe('localhost:4971')
})

test('EM-10: what an address says otherwise is not shown', () => {
  for (const back of ['1', 'javascript:alert(1)', 'https://portal.example/a', 'Call 0800 us']) {
    expect(opened({ back })).toBeUndefined()
  }
  expect(opened({})).toBeUndefined()
})

test('EM-10: it says how to get back, and closes by a press; where it cannot, that is said', async () => {
  const close = jest.spyOn(window, 'close').mockReturnValue(undefined)
  render(<CameFrom page="portal.example" />)
  expect(screen.getByText('You came from portal.example')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Close this window' }))
  expect(close).toHaveBeenCalledTimes(1)
  expect(await screen.findByText(/close its tab/)).toBeTruthy()
})
