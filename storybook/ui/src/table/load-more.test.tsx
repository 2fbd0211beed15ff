import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { LoadMore } from './load-more.tsx'

test('more rows can be asked for once at a time, until there are none', async () => {
  const fetchNextPage = jest.fn()
  const more = (part: { hasNextPage: boolean; isFetchingNextPage: boolean }) => (
    <LoadMore counted="50 calls" of={{ fetchNextPage, ...part }} />
  )
  const { rerender } = render(more({ hasNextPage: true, isFetchingNextPage: false }))
  expect(screen.getByRole('status').textContent).toBe('50 calls and more')
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }))
  rerender(more({ hasNextPage: true, isFetchingNextPage: true }))
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }))
  expect(fetchNextPage).toHaveBeenCalledTimes(1)
  rerender(more({ hasNextPage: false, isFetchingNextPage: false }))
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('50 calls')
})
