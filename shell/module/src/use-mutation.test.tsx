import { expect, jest, test } from '@jest/globals'
import { act, renderHook, waitFor } from '@testing-library/react'
import { fakeModule } from './testing.ts'
import { useMutation } from './use-mutation.ts'

function useWrite(write: (what: string) => Promise<string>) {
  const { wrapper } = fakeModule()
  return renderHook(() => useMutation({ mutationFn: write }), { wrapper }).result
}

test('what is asked for twice at once is sent once, and its answer stands', async () => {
  const write = jest
    .fn<(what: string) => Promise<string>>(() => Promise.reject(new Error('still running')))
    .mockImplementationOnce((what) => Promise.resolve(`${what} written`))
  const result = useWrite(write)
  act(() => {
    result.current.mutate('a key')
    result.current.mutate('a key')
  })
  await waitFor(() => expect(result.current.data).toBe('a key written'))
  expect(write).toHaveBeenCalledTimes(1)
  expect(result.current.error).toBeNull()
})

test('after an answer, a refusal too, it can be asked for again', async () => {
  const write = jest
    .fn<(what: string) => Promise<string>>((what) => Promise.resolve(`${what} written`))
    .mockImplementationOnce(() => Promise.reject(new Error('no answer')))
  const result = useWrite(write)
  act(() => result.current.mutate('a key'))
  await waitFor(() => expect(result.current.error).not.toBeNull())
  act(() => result.current.mutate('a key'))
  await waitFor(() => expect(result.current.data).toBe('a key written'))
})
