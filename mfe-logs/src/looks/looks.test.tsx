import {
  logDetailOf,
  logEntries,
  logFacetsOf,
  logHistogramOf,
} from '@sonaqor/storybook/fixtures/logs'
import { memoryViewState } from '@sonaqor/module/testing'
import { afterEach, expect, jest, test } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { pageOver } from '../testing/show-logs-page.tsx'
import { giveRoom } from '../testing/room.ts'
import { createLooks } from './looks.ts'

afterEach(() => void jest.useRealTimers())

const refusal = (retryAfterSeconds?: number) =>
  Object.assign(new Error('At most 3 searches that look at each line go on at once.'), {
    problem: {
      title: 'Too many requests',
      detail: 'At most 3 searches that look at each line go on at once.',
      code: 'quota-exceeded',
      retryAfterSeconds,
    },
  })

async function ticks() {
  for (let tick = 0; tick < 30; tick += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await Promise.resolve()
  }
}

test('LG-2 LG-5: three searches of a page go on at once, the list first, then the bars, then the facets', async () => {
  const looks = createLooks()
  const begun: string[] = []
  const ends: (() => void)[] = []
  const ask = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.push(() => resolve(name)))
  }
  looks.want('q')
  const asked = (['further', 'facets', 'facets', 'bars', 'list'] as const).map((rank, place) =>
    looks.take(rank, 'q', ask(`${rank} ${place}`)),
  )
  await ticks()
  expect(begun).toEqual(['list 4', 'bars 3', 'facets 1'])
  ends[0]!()
  await ticks()
  // One place is left to the rows.
  expect(begun).toHaveLength(3)
  for (let place = 1; place < 5; place += 1) {
    ends[place]!()
    // oxlint-disable-next-line no-await-in-loop
    await ticks()
  }
  expect(await Promise.all(asked)).toEqual(begun.toSorted(byPlace))
})

const byPlace = (one: string, other: string) => Number(one.at(-1)) - Number(other.at(-1))

test('LG-2: what nobody wants to know any more is not asked, and what is wanted again is', async () => {
  const looks = createLooks()
  const ask = jest.fn(() => Promise.resolve('found'))
  const forgo = looks.want('old')
  looks.want('new')
  const old = looks.take('list', 'old', ask)
  forgo()
  await expect(old).rejects.toThrow(/any more/)
  expect(ask).not.toHaveBeenCalled()
  const turned = looks.want('old')
  const again = looks.take('list', 'old', ask)
  turned()
  looks.want('old')
  await expect(again).resolves.toBe('found')
})

test('LG-2: a page that is told to wait does so and asks again, and says so to its reader only after some times', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] })
  const looks = createLooks()
  looks.want('q')
  const ask = jest.fn<() => Promise<string>>().mockResolvedValue('found')
  ask.mockRejectedValueOnce(refusal(2))
  const found = looks.take('list', 'q', ask)
  await ticks()
  await jest.advanceTimersByTimeAsync(1900)
  expect(ask).toHaveBeenCalledTimes(1)
  await jest.advanceTimersByTimeAsync(200)
  expect(await found).toBe('found')

  const never = jest.fn(() => Promise.reject(refusal(2)))
  const refused = expect(looks.take('list', 'q', never)).rejects.toThrow(/each line/)
  await jest.advanceTimersByTimeAsync(60_000)
  await refused
  expect(never.mock.calls.length).toBeGreaterThan(3)
  for (const hopeless of [refusal(), refusal(3600)]) {
    const once = jest.fn(() => Promise.reject(hopeless))
    // oxlint-disable-next-line no-await-in-loop
    await expect(looks.take('list', 'q', once)).rejects.toThrow()
    expect(once).toHaveBeenCalledTimes(1)
  }
})

test('LG-2 LG-5: with the breakdown open a search asks for no more at once than the server lets it', async () => {
  giveRoom(1200)
  const asked: string[] = []
  const held: (() => void)[] = []
  let most = 0
  const hold = async <Answer,>(what: string, q: string | undefined, answer: Answer) => {
    asked.push(`${what} of ${q}`)
    const answered = Promise.withResolvers<void>()
    held.push(answered.resolve)
    most = Math.max(most, held.length)
    await answered.promise
    return answer
  }
  const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })
  const found = { data: [...logEntries], page: { next: null, prev: null } }
  showPage({
    viewState: memoryViewState({ q: 'one', breakdown: 'shown' }),
    api: {
      logs: {
        search: ({ query } = {}) => hold('list', query?.q, found),
        histogram: ({ query } = {}) => hold('bars', query?.q, logHistogramOf()),
        facets: ({ query } = {}) => hold('facets', query?.q, logFacetsOf()),
      },
    },
  })
  await waitFor(() => expect(asked).toEqual(['list of one', 'bars of one']))
  const field = screen.getByLabelText(/^Path, key, IP/)
  fireEvent.change(field, { target: { value: 'two' } })
  // What was sent counts on, though nobody wants it any more.
  await waitFor(() => expect(asked.slice(2)).toEqual(['list of two']))
  for (const next of ['bars of two', 'facets of two']) {
    for (const answer of held.splice(0)) answer()
    // Those that are answered make room for what comes next.
    // oxlint-disable-next-line no-await-in-loop
    await waitFor(() => expect(asked.at(-1)).toBe(next))
  }
  expect(asked).toHaveLength(5)
  expect(most).toBe(3)
  for (const answer of held) answer()
  expect(await screen.findByRole('slider')).toBeTruthy()
})
