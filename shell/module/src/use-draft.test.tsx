/** XC-12: what is being written is kept every few seconds, and there again on any device. */
import { beforeEach, expect, jest, test } from '@jest/globals'
import { ProblemError, type Client, type Transport } from '@sonaqor/contract/client'
import { act, renderHook, screen, render } from '@testing-library/react'
import { DraftNotice } from './draft-notice.tsx'
import { fakeModule } from './testing.ts'
import { useDraft } from './use-draft.ts'

const empty = { name: '', note: '' }
const params = { kind: 'cases.note', key: 'c1' }
const show = jest.fn<Client['drafts']['show']>()
const save = jest.fn<Client['drafts']['save']>()
const drop = jest.fn<Client['drafts']['drop']>()
const member = { kind: 'member', id: 'm1', name: 'Ada', tenant: { id: 't', name: 'T' }, scopes: [] }

const stale = new ProblemError({
  type: 'about:blank',
  title: 'No',
  status: 412,
  code: 'precondition-failed',
  detail: 'It is newer.',
  instance: 'r1',
})
const draftOf = (content: Readonly<Record<string, unknown>>, revision = 3) => ({
  draft: {
    ...params,
    content,
    revision,
    savedAt: '2026-11-21T10:00:00Z',
    expiresAt: '2026-12-21T10:00:00Z',
  },
})

const refuse: Transport = () => Promise.reject(new Error('Nobody is asked.'))

async function begin(kind: 'member' | 'embed' = 'member', request = refuse) {
  const { wrapper } = fakeModule({
    kind: kind === 'member' ? 'shell' : 'embed',
    principal: { ...member, kind } as never,
    api: { drafts: { show, save, drop } },
    request,
  })
  const hook = renderHook(() => useDraft('cases.note', 'c1', empty), { wrapper })
  await act(async () => undefined)
  return hook
}
const later = (ms = 2_500) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))

beforeEach(() => {
  jest.useFakeTimers()
  for (const each of [show, save, drop]) each.mockReset()
  show.mockResolvedValue({ draft: null })
  save.mockImplementation(async ({ ifMatch = 0 }) => ({
    ...params,
    revision: ifMatch + 1,
    savedAt: '',
    expiresAt: '',
  }))
  drop.mockResolvedValue()
})

test('XC-12 nothing is kept of what nobody wrote, and words are kept once they pause', async () => {
  const { result } = await begin()
  await later()
  expect(save).not.toHaveBeenCalled()
  act(() => result.current.change({ note: 'We' }))
  await later(500)
  act(() => result.current.change({ note: 'We saw' }))
  await later()
  act(() => result.current.change({ name: 'x' }))
  await later()
  expect(save.mock.calls.map(([{ body, ifMatch }]) => [body.content, ifMatch])).toEqual([
    [{ name: '', note: 'We saw' }, 0],
    [{ name: 'x', note: 'We saw' }, 1],
  ])
})

test('XC-12 whoever writes without a pause loses no more than five seconds', async () => {
  const { result } = await begin()
  for (let letter = 1; letter <= 40; letter += 1) {
    act(() => result.current.change({ note: 'x'.repeat(letter) }))
    await later(500)
  }
  const lengths = save.mock.calls.map(([{ body }]) => String(body.content['note']).length)
  expect(lengths).toEqual([10, 20, 30, 40])
})

test('XC-12 it is brought back, with what is known of it today, and can be begun anew', async () => {
  show.mockResolvedValue(draftOf({ note: 'We saw', mood: 'x', name: 7 }))
  const { result } = await begin()
  expect(result.current.value).toEqual({ name: '', note: 'We saw' })
  expect(result.current.broughtBack).toBe('2026-11-21T10:00:00Z')
  act(() => result.current.change({ note: 'We saw it' }))
  await later()
  expect(save).toHaveBeenCalledWith(expect.objectContaining({ ifMatch: 3 }))
  act(() => result.current.startOver())
  await later()
  expect(result.current.value).toEqual(empty)
  expect(result.current.broughtBack).toBeUndefined()
  expect(drop).toHaveBeenCalledWith({ params })
})

test('XC-12 whoever has begun to write meanwhile is offered both, and nothing is lost', async () => {
  const late = Promise.withResolvers<Awaited<ReturnType<typeof show>>>()
  show.mockReturnValue(late.promise)
  const { result } = await begin()
  act(() => result.current.change({ note: 'new words' }))
  await act(async () => late.resolve(draftOf({ note: 'old words' })))
  expect(result.current.value.note).toBe('new words')
  expect(result.current.other?.value.note).toBe('old words')
  await later()
  expect(save).not.toHaveBeenCalled()
  act(() => result.current.choose('other'))
  expect(result.current.value.note).toBe('old words')
  expect(result.current.other).toBeUndefined()
})

test('XC-12 a device that is behind overwrites nothing: it is asked which one it is to be', async () => {
  const { result } = await begin()
  act(() => result.current.change({ note: 'desk' }))
  await later()
  save.mockRejectedValueOnce(stale)
  show.mockResolvedValue(draftOf({ note: 'phone' }, 5))
  act(() => result.current.change({ note: 'desk again' }))
  await later()
  expect(result.current.other?.value.note).toBe('phone')
  act(() => result.current.choose('mine'))
  await later()
  expect(save).toHaveBeenLastCalledWith({
    params,
    body: { content: { name: '', note: 'desk again' } },
    ifMatch: 5,
  })
})

test('XC-12 what could not be kept is tried again when the network is back, and on the way out', async () => {
  const { result, unmount } = await begin()
  save.mockRejectedValueOnce(new TypeError('fetch'))
  act(() => result.current.change({ note: 'offline' }))
  await later()
  window.dispatchEvent(new Event('online'))
  await later(0)
  expect(save).toHaveBeenCalledTimes(2)
  act(() => result.current.change({ note: 'the page is left' }))
  window.dispatchEvent(new Event('pagehide'))
  await later(0)
  expect(save).toHaveBeenCalledTimes(3)
  act(() => result.current.change({ note: 'and gone' }))
  unmount()
  await later(0)
  expect(save).toHaveBeenCalledTimes(4)
})

test('XC-12 what is finished is forgotten, and so is what was deleted again', async () => {
  const { result, unmount } = await begin()
  act(() => result.current.change({ note: 'x' }))
  await later()
  act(() => result.current.change({ note: '' }))
  await later()
  expect(drop).toHaveBeenCalledTimes(1)
  act(() => result.current.change({ note: 'done' }))
  await later()
  act(() => result.current.change({ note: 'done, and' }))
  act(() => result.current.drop())
  unmount()
  await later()
  expect(drop).toHaveBeenCalledTimes(2)
  expect(save).toHaveBeenCalledTimes(2)
})

test('XC-12 where nothing was written, nothing is asked to be forgotten', async () => {
  const { result } = await begin()
  act(() => result.current.drop())
  await later()
  expect(drop).not.toHaveBeenCalled()
})

test('XC-12 a partner’s page keeps it as long as it stands, and asks the server nothing', async () => {
  const { result, unmount } = await begin('embed')
  act(() => result.current.change({ note: 'guest' }))
  await later()
  unmount()
  const again = await begin('embed')
  expect(again.result.current.value.note).toBe('guest')
  expect(show).not.toHaveBeenCalled()
  expect(save).not.toHaveBeenCalled()
})

test('EM-9 two sessions of one page never see each other’s words', async () => {
  const { result } = await begin('embed', jest.fn<Transport>())
  act(() => result.current.change({ note: 'of one tenant' }))
  await later()
  const other = await begin('embed', jest.fn<Transport>())
  expect(other.result.current.value).toEqual(empty)
  expect(other.result.current.other).toBeUndefined()
})

test('XC-12 two views of a partner’s page overwrite nothing of each other', async () => {
  const session = jest.fn<Transport>()
  const one = await begin('embed', session)
  const two = await begin('embed', session)
  act(() => one.result.current.change({ note: 'first' }))
  await later()
  act(() => two.result.current.change({ note: 'second' }))
  await later()
  expect(two.result.current.other?.value.note).toBe('first')
})

test('XC-12 it is said where words come from, and who finds two drafts chooses one', () => {
  jest.useRealTimers()
  const choose = jest.fn()
  const value = { note: 'x' }
  const draft = { value, change: jest.fn(), startOver: jest.fn(), drop: jest.fn(), choose }
  const savedAt = '2026-11-21T10:00:00Z'
  const { wrapper } = fakeModule()
  const { rerender } = render(
    <DraftNotice draft={{ ...draft, broughtBack: savedAt, other: undefined }} />,
    { wrapper },
  )
  screen.getByRole('button', { name: 'Start over' }).click()
  expect(draft.startOver).toHaveBeenCalled()
  rerender(<DraftNotice draft={{ ...draft, broughtBack: savedAt, other: { value, savedAt } }} />)
  screen.getByRole('button', { name: 'Take the other one' }).click()
  screen.getByRole('button', { name: 'Keep this one' }).click()
  expect(choose.mock.calls).toEqual([['other'], ['mine']])
  rerender(<DraftNotice draft={{ ...draft, broughtBack: undefined, other: undefined }} />)
  expect(screen.queryByRole('button')).toBeNull()
})
