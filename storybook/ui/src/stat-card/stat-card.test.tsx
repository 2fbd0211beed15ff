import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { pathOf } from './sparkline.tsx'
import { StatCard, StatCardSkeleton } from './stat-card.tsx'

test('a line fills its field from the lowest to the highest value', () => {
  expect(pathOf([0, 10, 5])).toBe('M0 30L60 2L120 16')
})

test('values that are all alike make a level line, and so does one alone', () => {
  expect(pathOf([3, 3])).toBe('M0 16L120 16')
  expect(pathOf([3])).toBe('M0 16H120')
})

test('a figure is read with its title, how it has moved, and what its line shows', () => {
  render(
    <StatCard
      title="Requests"
      value="1,284"
      delta={{ course: 'up', meaning: 'good', by: '12 %', than: 'on last week' }}
      values={[1, 2]}
      summary="Rising."
    />,
  )
  const card = screen.getByRole('region', { name: 'Requests' })
  expect(card.textContent).toBe('Requests1,284Up 12 % on last weekRising.')
})

test('where there is nothing to count, no nought is claimed', () => {
  render(<StatCard title="Requests" value={undefined} values={[]} hint="Send one." />)
  expect(screen.getByText('No data yet')).toBeTruthy()
  expect(screen.getByText('Send one.')).toBeTruthy()
})

test('a card to come is one word for those who listen', () => {
  render(<StatCardSkeleton />)
  expect(screen.getByRole('status').textContent).toBe('Loading')
})
