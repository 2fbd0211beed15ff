/** XC-12: what is chosen in one browser waits for its person in every other. */
import { beforeEach, expect, jest, test } from '@jest/globals'
import type { ClientRequest } from '@sonaqor/contract/client'
import type { DashboardPreferences } from '@sonaqor/contract/preferences'
import { act, renderHook } from '@testing-library/react'
import { useState } from 'react'
import type { FrameParts } from '../frame-parts.ts'
import { frameOf } from '../testing/frame-of.ts'
import { useKeptPreferences } from './use-kept-preferences.ts'

const change = jest.fn<FrameParts['change']>()
const choose = jest.fn()
const answers = jest.fn<(request: ClientRequest) => Promise<unknown>>()
const host = {
  request: async (request: ClientRequest) => ({ status: 200, body: await answers(request) }),
}
const basis = frameOf()

const frame = (part: Partial<FrameParts> = {}) =>
  frameOf({
    host: host as never,
    ...part,
  })
const choosing = (part: Partial<FrameParts['preferences']>) =>
  frame({ preferences: { ...basis.preferences, ...part } })

/** What was sent to be kept. */
const saved = () =>
  answers.mock.calls.flatMap(([{ method, body }]) => (method === 'PATCH' ? [body] : []))
async function soon() {
  await act(async () => undefined)
  await act(async () => void (await jest.advanceTimersByTimeAsync(2000)))
}

async function begin(server: DashboardPreferences, start = frame()) {
  answers.mockImplementation(async () => server)
  const hook = renderHook(useStanding, { initialProps: start })
  await soon()
  return hook
}

/** Like the dashboard, it keeps what is taken over. */
function useStanding(now: FrameParts) {
  const [taken, take] = useState<Partial<FrameParts['preferences']>>({})
  const [chosen, speak] = useState(now.language.chosen)
  useKeptPreferences({
    ...now,
    preferences: { ...now.preferences, ...taken },
    change(part) {
      change(part)
      take((before) => ({ ...before, ...part }))
    },
    language: {
      ...now.language,
      chosen,
      choose(choice) {
        choose(choice)
        speak(choice)
      },
    },
  })
}

beforeEach(() => {
  jest.useFakeTimers()
  localStorage.clear()
  for (const each of [change, choose, answers]) each.mockReset()
})

test('XC-12 look, language and keys are taken over from another device, and not sent back', async () => {
  await begin({ theme: 'dark', language: 'de', singleKeys: false, environment: 'production' })
  expect(change).toHaveBeenCalledWith({ theme: 'dark', singleKeys: false })
  expect(choose).toHaveBeenCalledWith('de')
  expect(saved()).toEqual([])
})

test('XC-12 nobody is moved from where they look; a new browser begins where one looked last', async () => {
  await begin({ environment: 'production', projectId: 'p2' })
  expect(change).not.toHaveBeenCalled()
  await begin({ environment: 'production', projectId: 'p2' }, frame({ looksAnew: true }))
  expect(change).toHaveBeenCalledWith({ environment: 'production' })
  expect(change).toHaveBeenCalledWith({ project: { id: 'p2', name: 'Loyalty' } })
})

test('XC-12 an environment that may not be seen, and a project that is gone, are not gone to', async () => {
  const me = { ...basis.me, environments: ['sandbox'] as const }
  await begin(
    { environment: 'production', projectId: 'p9' },
    frame({ me: me as never, looksAnew: true }),
  )
  expect(change).not.toHaveBeenCalled()
  expect(saved()).toEqual([])
})

test('XC-12 what is chosen is sent, that alone, and the last of several presses', async () => {
  const { rerender } = await begin({ theme: 'light' }, choosing({ theme: 'light' }))
  rerender(choosing({ theme: 'dark' }))
  rerender(choosing({ theme: 'auto' }))
  await soon()
  rerender(choosing({ theme: 'auto', environment: 'production', project: { id: 'p1', name: '' } }))
  await soon()
  expect(saved()).toEqual([{ theme: 'auto' }, { environment: 'production', projectId: 'p1' }])
})

test('XC-12 what is chosen while the answer is on its way holds against it', async () => {
  const late = Promise.withResolvers<DashboardPreferences>()
  answers.mockImplementation(() => late.promise)
  const hook = renderHook(useStanding, { initialProps: frame() })
  hook.rerender(choosing({ theme: 'dark' }))
  await act(async () => late.resolve({ theme: 'light', singleKeys: false }))
  expect(change).toHaveBeenCalledWith({ singleKeys: false })
})

test('XC-12 without a network it waits, and is sent when there is one, or at the next visit', async () => {
  const { rerender, unmount } = await begin({})
  answers.mockRejectedValue(new TypeError('fetch'))
  rerender(choosing({ theme: 'dark' }))
  await soon()
  answers.mockReset().mockResolvedValue({})
  window.dispatchEvent(new Event('online'))
  await soon()
  expect(saved()).toEqual([{ theme: 'dark' }])

  answers.mockReset().mockRejectedValue(new TypeError('fetch'))
  rerender(choosing({ theme: 'light' }))
  await soon()
  unmount()
  answers.mockReset()
  await begin({ theme: 'dark' }, choosing({ theme: 'light' }))
  expect(saved()).toEqual([{ theme: 'light' }])
  expect(change).not.toHaveBeenCalled()
  answers.mockReset()
  await begin({ theme: 'light' }, choosing({ theme: 'light' }))
  expect(saved()).toEqual([])
})

test('XC-12 what one person could not save is not sent for the next one in this browser', async () => {
  const { rerender, unmount } = await begin({})
  answers.mockRejectedValue(new TypeError('fetch'))
  rerender(choosing({ theme: 'dark' }))
  await soon()
  unmount()
  answers.mockReset()
  const other = { ...basis.me, person: { ...basis.me.person, id: 'm9' } }
  await begin({}, frame({ me: other, preferences: { ...basis.preferences, theme: 'dark' } }))
  expect(saved()).toEqual([])
})
