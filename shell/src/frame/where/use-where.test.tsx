import { expect, jest, test } from '@jest/globals'
import type { Router } from '@sonaqor/embed/host'
import { act, renderHook } from '@testing-library/react'
import type { FrameParts } from '../frame-parts.ts'
import { frameOf } from '../testing/frame-of.ts'
import { useWhere } from './use-where.ts'

const { me, projects, preferences } = frameOf()
const fresh = '01920000-0000-7000-8000-00000000a009'

/** Stands on a page, to whose address a link leads with `go`. */
function stand() {
  const heard = new Set<() => void>()
  const at = { query: {} as Readonly<Record<string, string>> }
  const router = {
    viewState: { read: () => at.query, write: (next: typeof at.query) => (at.query = next) },
    subscribe(listener: () => void) {
      heard.add(listener)
      return () => heard.delete(listener)
    },
  } as unknown as Router
  const change = jest.fn<FrameParts['change']>()
  renderHook(() =>
    useWhere(router, { environments: me.environments, projects, preferences, change }),
  )
  const go = (query: typeof at.query) =>
    act(() => {
      at.query = query
      for (const listener of heard) listener()
    })
  return { at, change, go }
}

test('XC-12: a link to a thing in another environment shows that environment', () => {
  const { at, change, go } = stand()
  go({ environment: 'production', key: 'k1' })
  expect(change).toHaveBeenCalledWith({ environment: 'production' })
  expect(at.query).toMatchObject({ environment: 'production', key: 'k1' })
})

test('XC-12: a link to a project shows it, also one that came a moment ago', () => {
  const { change, go } = stand()
  go({ project: 'p2' })
  expect(change).toHaveBeenLastCalledWith({ project: { id: 'p2', name: 'Loyalty' } })
  go({ project: fresh })
  expect(change).toHaveBeenLastCalledWith({ project: { id: fresh, name: '' } })
})

test('what is no project at all is put right', () => {
  const { at, change, go } = stand()
  go({ project: 'moon' })
  expect(change).not.toHaveBeenCalled()
  expect(at.query).toMatchObject({ project: 'all' })
})
