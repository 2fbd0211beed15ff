import { expect, jest, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import { leadsTo, mayPlace, PlacedView } from './placed-view.tsx'
import { fakeModule } from './testing.ts'

const place = () => () => undefined
const app = { id: 'a1', environment: 'sandbox' } as const

test('PA-4: a view stands within another one for as long as its component does', () => {
  const module = fakeModule()
  const { rerender, unmount } = render(<PlacedView view="keys.list" app={app} />, module)
  expect(module.placed).toMatchObject([{ view: 'keys.list', app }])
  expect(screen.getByText('keys.list')).toBeTruthy()
  rerender(<PlacedView view="keys.list" app={{ ...app }} />)
  expect(module.placed).toHaveLength(1)
  rerender(<PlacedView view="logs.list" app={app} />)
  expect(module.placed).toMatchObject([{ view: 'logs.list' }])
  unmount()
  expect(module.placed).toEqual([])
})

test('PA-4: it leads where the view around it says now, or else where that would', () => {
  const module = fakeModule()
  const lead = jest.fn()
  const { rerender } = render(<PlacedView view="keys.list" />, module)
  act(() => module.placed[0]?.navigate?.('home.projects'))
  expect(module.navigated).toEqual([{ view: 'home.projects', params: undefined }])
  rerender(<PlacedView view="keys.list" navigate={lead} />)
  act(() => module.placed[0]?.navigate?.('logs.list', { keyId: 'k1' }))
  expect(lead).toHaveBeenCalledWith('logs.list', { keyId: 'k1' })
})

test('EM-2: what the session does not list is not offered, and an older host offers nothing', () => {
  expect(mayPlace({ place }, 'keys.list')).toBe(true)
  expect(mayPlace({ place, views: ['home.app', 'keys.list'] }, 'keys.list')).toBe(true)
  expect(mayPlace({ place, views: ['home.app'] }, 'keys.list')).toBe(false)
  expect(mayPlace({}, 'keys.list')).toBe(false)
})

test('EM-2: a view leads to another in the shell, and in a partner’s page to those that its session lists', () => {
  expect(leadsTo({ kind: 'shell' }, 'logs.list')).toBe(true)
  expect(leadsTo({ kind: 'embed', views: ['keys.list', 'logs.list'] }, 'logs.list')).toBe(true)
  expect(leadsTo({ kind: 'embed', views: ['keys.list'] }, 'logs.list')).toBe(false)
  expect(leadsTo({ kind: 'embed' }, 'logs.list')).toBe(false)
})
