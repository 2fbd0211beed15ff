import { expect, jest, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import { partOf } from './part.ts'

/** What is fetched arrives, or fails to, when the test says so. */
function standing() {
  const asked: PromiseWithResolvers<{ readonly word: string }>[] = []
  const fetch = jest.fn(() => {
    const next = Promise.withResolvers<{ readonly word: string }>()
    asked.push(next)
    return next.promise
  })
  const part = partOf(fetch)
  function Reader() {
    const now = part.use()
    return <p>{now.name === 'here' ? now.part.word : now.name}</p>
  }
  render(<Reader />)
  return { part, fetch, asked }
}

const arrive = (word: string, { part, asked }: ReturnType<typeof standing>) =>
  act(async () => {
    const loading = part.load()
    asked.at(-1)!.resolve({ word })
    await loading
  })

const fail = ({ part, asked }: ReturnType<typeof standing>) =>
  act(async () => {
    const loading = part.load()
    asked.at(-1)!.reject(new Error('no network'))
    await loading
  })

test('a part is on its way until it is here, and is fetched once, however many ask', async () => {
  const all = standing()
  expect(screen.getByText('coming')).toBeTruthy()
  void all.part.load()
  void all.part.load()
  await arrive('hello', all)
  expect(screen.getByText('hello')).toBeTruthy()
  expect(await all.part.load()).toEqual({ name: 'here', part: { word: 'hello' } })
  expect(all.fetch).toHaveBeenCalledTimes(1)
})

test('a part that cannot be had is missing; asked for again, it is on its way, and comes', async () => {
  const all = standing()
  await fail(all)
  expect(screen.getByText('missing')).toBeTruthy()
  act(() => void all.part.load())
  expect(screen.getByText('coming')).toBeTruthy()
  await arrive('at last', all)
  expect(screen.getByText('at last')).toBeTruthy()
  expect(all.fetch).toHaveBeenCalledTimes(2)
})
