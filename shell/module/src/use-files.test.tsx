import { expect, jest, test } from '@jest/globals'
import type { Transport } from '@sonaqor/contract/client'
import { fakeModule } from '@sonaqor/module/testing'
import { renderHook } from '@testing-library/react'
import { useFiles } from './use-files.ts'

const id = '01920000-0000-7000-8000-000000000001'

test('a file is asked for by its name in the contract, and handed on unread', async () => {
  const answer = { ok: true }
  const request = jest.fn<Transport>(async () => ({ status: 200, body: answer }))
  const { result } = renderHook(() => useFiles(), fakeModule({ request }))
  expect(await result.current.reviews.download({ params: { id } })).toBe(answer)
  expect(request).toHaveBeenCalledWith({
    method: 'GET',
    path: `/v1/reviews/${id}/file`,
    headers: { 'sonaqor-version': expect.any(String) },
    as: 'response',
  })
})

test('a refusal of a file is thrown, as the API put it', async () => {
  const problem = { status: 409, code: 'conflict', detail: 'It is not signed yet.' }
  const request: Transport = async () => ({ status: 409, body: problem })
  const { result } = renderHook(() => useFiles(), fakeModule({ request }))
  await expect(result.current.reviews.download({ params: { id } })).rejects.toMatchObject({
    problem,
  })
})
