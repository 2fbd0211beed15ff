import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { sayIn } from '../texts/languages.ts'
import { JobCard, type JobState } from './job-card.tsx'
import { phrasesOf, timeLeft } from './job-figures.ts'
import { Progress } from './progress.tsx'

const say = sayIn('en')

function showJob(job: JobState) {
  const acts = {
    onCancel: jest.fn(),
    onResume: jest.fn(),
    onRetry: jest.fn(),
    onDismiss: jest.fn(),
  }
  const { rerender } = render(<JobCard title="Export" unit="rows" job={job} {...acts} />)
  const change = (to: JobState) =>
    rerender(<JobCard title="Export" unit="rows" job={to} {...acts} />)
  return { ...acts, change }
}

test('a share beyond all bounds is still between nothing and all', () => {
  render(<Progress label="Export" share={1.4} />)
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('100')
})

test('where nobody knows how much there is, none is claimed', () => {
  render(<Progress label="Counting" />)
  expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false)
})

test('a job says how many, how fast and how long still, in the locale', () => {
  const figures = { done: 12_400, total: 48_000, perSecond: 96.4, leftMs: 369_000 }
  expect(phrasesOf(figures, 'rows', 'en', say)).toEqual([
    '12,400 of 48,000 rows',
    '96 a second',
    'about 6 minutes left',
  ])
  expect(phrasesOf({ done: 12_400 }, 'rows', 'en', say)).toEqual(['12,400 rows so far'])
})

test('an estimate is no more exact than it can be', () => {
  expect(timeLeft(4_000, 'en', say)).toBe('a few seconds left')
  expect(timeLeft(31_000, 'en', say)).toBe('about 40 seconds left')
  expect(timeLeft(56_000, 'en', say)).toBe('about 1 minute left')
  expect(timeLeft(7_400_000, 'en', say)).toBe('about 2 hours left')
})

test('a running job can be cancelled, and each new stage is read aloud', async () => {
  const { onCancel, change } = showJob({ status: 'running', stage: 'Counting rows' })
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(onCancel).toHaveBeenCalledTimes(1)
  change({ status: 'running', stage: 'Writing rows', figures: { done: 10, total: 40 } })
  expect(screen.getByRole('status').textContent).toBe('Export: Writing rows')
  expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('10 of 40 rows')
})

test('a failed job says why and can be tried again', async () => {
  const { onRetry } = showJob({ status: 'failed', reason: 'The disk is full.' })
  expect(screen.getByText('The disk is full.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Start anew' }))
  expect(onRetry).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
})

test('a job that is done hands over its file', () => {
  showJob({ status: 'done', result: '40 rows.', download: { href: '/f/1', name: 'export.csv' } })
  const link = screen.getByRole('link', { name: 'Download export.csv' })
  expect(link.getAttribute('download')).toBe('export.csv')
})

test('a job that was cancelled goes on where it stopped', async () => {
  const { onResume } = showJob({ status: 'cancelled' })
  await userEvent.click(screen.getByRole('button', { name: 'Resume' }))
  expect(onResume).toHaveBeenCalledTimes(1)
})

test('a job that stopped says how far it came, and what goes on there from what begins anew', () => {
  showJob({ status: 'cancelled', reached: 'Stopped at 10 of 40 rows.' })
  expect(screen.getByText('Stopped at 10 of 40 rows.')).toBeTruthy()
  const names = screen.getAllByRole('button').map((one) => one.textContent)
  expect(names.slice(0, 2)).toEqual(['Resume', 'Start anew'])
})

test('XC-6: the act that takes the place of the one that was pressed has the focus', async () => {
  const { change } = showJob({ status: 'running', stage: 'Writing rows' })
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  change({ status: 'cancelled' })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Resume' }))
  await userEvent.click(screen.getByRole('button', { name: 'Resume' }))
  change({ status: 'waiting' })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }))
})

test('XC-6: who has gone on elsewhere keeps the focus', async () => {
  const { change } = showJob({ status: 'running', stage: 'Writing rows' })
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  screen.getByRole('button', { name: 'Cancel' }).blur()
  change({ status: 'cancelled' })
  expect(document.activeElement).toBe(document.body)
})

test('a file that takes more than an address is fetched by whoever knows how', async () => {
  const onDownload = jest.fn()
  showJob({ status: 'done', result: '40 rows.', download: { onDownload, name: 'export.csv' } })
  await userEvent.click(screen.getByRole('button', { name: 'Download export.csv' }))
  expect(onDownload).toHaveBeenCalledTimes(1)
})
