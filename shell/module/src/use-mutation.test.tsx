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

test('XC-1: what the person gave up before a second factor is as if it had never been asked for', async () => {
  const problem = { code: 'step-up-required', isGivenUp: true }
  const write = jest.fn(() => Promise.reject(Object.assign(new Error('refused'), { problem })))
  const onError = jest.fn()
  const result = useWrite(write)
  act(() => result.current.mutate('a key', { onError }))
  await waitFor(() => expect(result.current.status).toBe('idle'))
  expect(write).toHaveBeenCalledTimes(1)
  expect([result.current.error, onError.mock.calls]).toEqual([null, []])
})

test('a write goes to what was in view when it was asked for', async () => {
  const written: string[] = []
  const write = Promise.withResolvers<void>()
  const { result, rerender } = renderHook(
    ({ id }: { readonly id: string }) =>
      useMutation({
        mutationFn: async (what: string) => {
          await write.promise
          written.push(`${what} to ${id}`)
        },
        onSuccess: () => written.push(`told of ${id}`),
      }),
    { wrapper: fakeModule().wrapper, initialProps: { id: 'a' } },
  )
  act(() => result.current.mutate('written'))
  rerender({ id: 'b' })
  await act(async () => write.resolve())
  expect(written).toEqual(['written to a', 'told of a'])
})

test('what goes wrong in telling of a refusal does not keep it from being asked for again', async () => {
  globalThis.reportError = jest.fn()
  const fault = new Error('a fault of the screen')
  const write = jest.fn(() => Promise.reject(new Error('refused')))
  const { result } = renderHook(
    () => useMutation({ mutationFn: write, onError: () => Promise.reject(fault) }),
    { wrapper: fakeModule().wrapper },
  )
  act(() => result.current.mutate('a key'))
  await waitFor(() => expect(result.current.status).toBe('error'))
  expect(result.current.error?.message).toBe('refused')
  act(() => result.current.mutate('a key'))
  await waitFor(() => expect(write).toHaveBeenCalledTimes(2))
  expect(reportError).toHaveBeenCalledWith(fault)
})
