import { expect, jest, test } from '@jest/globals'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ChartData } from './chart-data.ts'
import { Chart, type ChartProps } from './chart.tsx'
import type { Drawing, drawIn } from './drawing.ts'

const data: ChartData = {
  places: ['2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z', '2026-11-20T12:00:00Z'],
  series: [
    { name: 'Accepted', values: [100, 140, 180] },
    { name: 'Refused', values: [4, null, 2] },
  ],
}

const refetch = () => undefined
const ready = { status: 'success', data, error: null, refetch } as const

function pencil() {
  const drawing = { show: jest.fn(), png: jest.fn(), end: jest.fn() }
  const draw = jest.fn(() => drawing as unknown as Drawing) as unknown as typeof drawIn
  return { drawing, load: () => Promise.resolve({ drawIn: draw }) }
}

/** Shows a chart and waits for the part that draws. */
async function show(part: Partial<ChartProps> = {}) {
  const props: ChartProps = {
    kind: 'line',
    title: 'Requests',
    unit: 'requests an hour',
    range: 'Last 3 hours, UTC',
    axis: 'Time',
    along: 'time',
    of: ready,
    load: pencil().load,
    ...part,
  }
  return act(async () => render(<Chart {...props} />))
}

test('a chart has a title, a unit, a range, and says in words what it shows', async () => {
  await show()
  const chart = within(screen.getByRole('region', { name: 'Requests' }))
  expect(chart.getByText('requests an hour · Last 3 hours, UTC')).toBeTruthy()
  const picture = await chart.findByRole('img', { name: 'Requests' })
  const said = document.getElementById(picture.getAttribute('aria-describedby') ?? '')?.textContent
  expect(said).toContain('Accepted: highest 180')
  expect(said).toContain('rising by 80%')
})

test('a sentence of one’s own takes the place of the one that is made from the values', async () => {
  await show({ summary: 'Traffic has doubled since the release.' })
  expect(screen.getByText('Traffic has doubled since the release.')).toBeTruthy()
  expect(screen.queryByText(/highest/)).toBeNull()
})

test('the values are there as a table as well', async () => {
  await show()
  await userEvent.click(screen.getByRole('button', { name: 'Table', pressed: false }))
  const table = within(screen.getByRole('table', { name: 'Requests' }))
  expect(table.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
    'Time',
    'Accepted',
    'Refused',
  ])
  expect(table.getAllByRole('row')).toHaveLength(4)
  expect(table.getByText('–')).toBeTruthy()
})

test('a series can be put aside and keeps its place, so that no other takes its colour', async () => {
  const { drawing, load } = pencil()
  await show({ load })
  await screen.findByRole('img')
  await userEvent.click(screen.getByRole('button', { name: 'Accepted', pressed: true }))
  const [drawn] = drawing.show.mock.lastCall as [{ data: ChartData }]
  expect(drawn.data.series.map(({ values }) => values)).toEqual([
    [null, null, null],
    [4, null, 2],
  ])
})

test('where the drawing does not come, the rest of the chart works, and it can be asked for again', async () => {
  const { drawing, load } = pencil()
  const flaky = jest.fn(load).mockRejectedValueOnce(new Error('Loading chunk failed'))
  await show({ load: flaky })
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  expect(screen.getByText(/highest 180/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(drawing.show).toHaveBeenCalled()
})

test('a chart that leaves the page takes its drawing with it', async () => {
  const { drawing, load } = pencil()
  const { unmount } = await show({ load })
  unmount()
  expect(drawing.end).toHaveBeenCalledTimes(1)
})

test('no values are told apart from values that are loading and from a failure', async () => {
  const nothing = { ...data, series: [{ name: 'Accepted', values: [null, null, null] }] }
  const { unmount } = await show({ of: { ...ready, data: nothing } })
  expect(screen.getByText('No values in this range')).toBeTruthy()
  unmount()
  const { unmount: leave } = await show({ of: { ...ready, status: 'pending', data: undefined } })
  expect(screen.getByRole('status').textContent).toBe('Loading')
  leave()
  await show({ of: { ...ready, status: 'error', data: undefined, error: new TypeError('fetch') } })
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})
