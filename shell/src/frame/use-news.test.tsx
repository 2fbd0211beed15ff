import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, renderHook } from '@testing-library/react'
import { useNews } from './use-news.ts'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

test('XC-6: what has changed is told once, and does not stay in the way', () => {
  const { result, rerender } = renderHook(({ state, words }) => useNews(state, words), {
    initialProps: { state: 'sandbox', words: 'Showing all projects, Sandbox' },
  })
  expect(result.current).toBe('')
  rerender({ state: 'production', words: 'Showing all projects, Production' })
  expect(result.current).toBe('Showing all projects, Production')
  act(() => jest.advanceTimersByTime(5_000))
  expect(result.current).toBe('')
})

test('other words for the same state are no news', () => {
  const { result, rerender } = renderHook(({ words }) => useNews('p1', words), {
    initialProps: { words: 'Selected project' },
  })
  rerender({ words: 'Trading desk' })
  expect(result.current).toBe('')
})
