import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { pathsOf } from './sparkline.tsx'
import { StatCard, StatCardSkeleton } from './stat-card.tsx'

test('a line fills its field from the lowest to the highest value', () => {
  expect(pathsOf([0, 10, 5])).toEqual({
    line: 'M0 30L60 2L120 16',
    ground: 'M0 30L60 2L120 16V32H0Z',
  })
})

test('values that are all alike make a level line, and one alone makes a dash', () => {
  expect(pathsOf([3, 3]).line).toBe('M0 16L120 16')
  expect(pathsOf([0, 0]).line).toBe('M0 30L120 30')
  expect(pathsOf([3]).line).toBe('M0 16L3 16')
})

test('PA-3: where nothing was measured a line has a gap, and never falls to nought', () => {
  expect(pathsOf([0, 10, null, 5, 10])).toEqual({
    line: 'M0 30L30 2M90 16L120 2',
    ground: 'M0 30L30 2V32H0ZM90 16L120 2V32H90Z',
  })
  expect(pathsOf([null, null, 7]).line).toBe('M117 16L120 16')
  expect(pathsOf([null, null])).toEqual({ line: '', ground: '' })
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
