import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { fakeModule } from './testing.ts'
import { useQuery, useWrite } from './index.ts'

interface Asked {
  readonly write: (revision: number) => Promise<string>
  readonly read?: () => Promise<number>
  readonly isUntilRead?: boolean
}

/** A thing with a revision, and a button that changes it. */
function show({ write, read = counting(), isUntilRead = false }: Asked) {
  const heard: string[] = []
  function Thing() {
    const thing = useQuery({ queryKey: ['things', 'one'], queryFn: read })
    const change = useWrite({
      areas: ['things'],
      write,
      isUntilRead,
      onSuccess: (data) => heard.push(data),
      onError: (error) => heard.push(error.message),
    })
    return (
      <button type="button" onClick={() => change.mutate(thing.data ?? 0)}>
        {`${thing.data} ${change.isPending ? 'writing' : 'at rest'}`}
      </button>
    )
  }
  render(<Thing />, { wrapper: fakeModule().wrapper })
  return heard
}

/** Each reading tells of the next revision. */
function counting() {
  let revision = 0
  return () => Promise.resolve((revision += 1))
}

test('what was written is read again', async () => {
  const heard = show({ write: (revision) => Promise.resolve(`changed ${revision}`) })
  await userEvent.click(await screen.findByText('1 at rest'))
  expect(await screen.findByText('2 at rest')).toBeTruthy()
  expect(heard).toEqual(['changed 1'])
})

test('XC-8: who was refused by an old revision goes on with the current one', async () => {
  const write = jest.fn((revision: number) =>
    revision > 1 ? Promise.resolve('changed') : Promise.reject(new Error('it is another by now')),
  )
  const heard = show({ write })
  await userEvent.click(await screen.findByText('1 at rest'))
  await userEvent.click(await screen.findByText('2 at rest'))
  expect(await screen.findByText('3 at rest')).toBeTruthy()
  expect(heard).toEqual(['it is another by now', 'changed'])
})

test('what is switched in place is under way until it was read again, everything else is not', async () => {
  const answers: PromiseWithResolvers<number>[] = []
  const read = () => {
    const answer = Promise.withResolvers<number>()
    answers.push(answer)
    return answer.promise
  }
  show({ write: () => Promise.resolve('changed'), read, isUntilRead: true })
  answers[0]!.resolve(1)
  await userEvent.click(await screen.findByText('1 at rest'))
  expect(screen.getByText('1 writing')).toBeTruthy()
  answers[1]!.resolve(2)
  expect(await screen.findByText('2 at rest')).toBeTruthy()
})
