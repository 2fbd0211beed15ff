import { afterEach, expect, jest, test } from '@jest/globals'
import { createEntry, type Entry, type Read } from './entry.ts'
import { createStore } from './store.ts'

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
  dispatchEvent(new Event('online'))
})

/** A reader whose answers come when the test says so, and an entry that somebody looks at. */
function watched(entry: Entry<string> = lone()) {
  const asked: PromiseWithResolvers<string>[] = []
  const read: Read<string> = () => {
    const answer = Promise.withResolvers<string>()
    asked.push(answer)
    return answer.promise
  }
  const leave = entry.watch({ by: {}, changed: () => undefined, read: () => read })
  return { entry, asked, read, leave }
}

const lone = () => createEntry<string>({ take: () => undefined, forget: () => undefined })

/** Lets everything happen that is due now. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 0))

async function hasSettled(promise: Promise<unknown>) {
  const later = Symbol('later')
  return (await Promise.race([promise, soon().then(() => later)])) !== later
}

function goOffline() {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  dispatchEvent(new Event('offline'))
}

function comeBack() {
  jest.restoreAllMocks()
  dispatchEvent(new Event('online'))
}

test('whoever waits for a view that ends is not left waiting, and nothing fails', async () => {
  const { entry, asked, read } = watched()
  const waits = [entry.ask(read)]
  asked[0]!.resolve('first')
  await waits[0]
  waits.push(entry.outdate())
  entry.end()
  asked[1]!.resolve('too late')
  await expect(Promise.all(waits)).resolves.toBeDefined()
  expect(entry.state().data).toBe('first')
})

test('what has ended asks for nothing any more', async () => {
  const { entry, asked, read } = watched()
  entry.end()
  await entry.ask(read, { anew: true })
  expect(asked).toHaveLength(0)
})

test('who asked first waits for the answer that took the place of theirs', async () => {
  const { entry, asked, read } = watched()
  entry.write('known')
  const first = entry.ask(read)
  const second = entry.outdate()
  asked[0]!.resolve('from before')
  expect(await hasSettled(first)).toBe(false)
  asked[1]!.resolve('from after')
  await Promise.all([first, second])
  expect(entry.state()).toMatchObject({ data: 'from after', fetchStatus: 'idle' })
})

test('who is told of a change asks at once, and joins what has begun', async () => {
  const entry = lone()
  const answer = Promise.withResolvers<string>()
  const read = jest.fn<Read<string>>(() => answer.promise)
  const joined: Promise<void>[] = []
  const changed = () => {
    if (joined.length === 0) joined.push(entry.ask(read))
  }
  entry.watch({ by: {}, changed, read: () => read })
  const asked = entry.ask(read)
  answer.resolve('one')
  await Promise.all([asked, ...joined])
  expect(read).toHaveBeenCalledTimes(1)
  expect(entry.state().data).toBe('one')
})

test('LV-1: what happened while it was read for the first time is shown, and read once more', async () => {
  const { entry, asked, read } = watched()
  void entry.ask(read)
  const told = entry.outdate()
  expect(asked).toHaveLength(1)
  asked[0]!.resolve('from before')
  await soon()
  expect(entry.state()).toMatchObject({ data: 'from before', fetchStatus: 'fetching' })
  expect(asked).toHaveLength(2)
  asked[1]!.resolve('from after')
  await told
  expect(entry.state()).toMatchObject({
    data: 'from after',
    fetchStatus: 'idle',
    isOutdated: false,
  })
})

test('LV-1: what happened while nobody looked is old, though its answer came after', async () => {
  const { entry, asked, read, leave } = watched()
  const reading = entry.ask(read)
  leave()
  await entry.outdate()
  asked[0]!.resolve('from before')
  await reading
  expect(entry.state()).toMatchObject({ data: 'from before', isOutdated: true })
})

test('a reading that has failed leaves what is known old, so that it is read on coming back', async () => {
  const { entry, asked, read } = watched()
  entry.write('known')
  const reading = entry.ask(read)
  asked[0]!.reject(new Error('refused'))
  await reading
  expect(entry.state()).toMatchObject({ status: 'error', data: 'known', isOutdated: true })
})

test('without a network it is asked for once, however often something happens', async () => {
  const { entry, asked } = watched()
  entry.write('known')
  goOffline()
  await Promise.all([entry.outdate(), entry.outdate()])
  expect(entry.state().fetchStatus).toBe('paused')
  comeBack()
  expect(asked).toHaveLength(1)
  asked[0]!.resolve('there')
  await soon()
  expect(entry.state()).toMatchObject({ data: 'there', isOutdated: false })
})

test('LV-1: what was under way when the network went does not count, once it is asked for anew', async () => {
  const { entry, asked, read } = watched()
  entry.write('known')
  const first = entry.ask(read)
  goOffline()
  const second = entry.ask(read, { anew: true })
  asked[0]!.resolve('from before')
  await soon()
  expect(entry.state()).toMatchObject({ data: 'known', fetchStatus: 'paused' })
  comeBack()
  asked[1]!.resolve('from after')
  await Promise.all([first, second])
  expect(entry.state()).toMatchObject({ data: 'from after', fetchStatus: 'idle' })
})

test('what has ended without a network is not asked for when that is back', async () => {
  const { entry, asked, read } = watched()
  goOffline()
  const reading = entry.ask(read)
  entry.end()
  comeBack()
  await reading
  expect(asked).toHaveLength(0)
})

test('what one brings along is told to whoever looks at the same thing already', async () => {
  const entry = lone()
  const changed = jest.fn()
  entry.watch({ by: {}, changed, read: () => undefined })
  entry.seed('known')
  // Not at once: it may be told while something is drawn.
  expect(changed).not.toHaveBeenCalled()
  await soon()
  expect(changed).toHaveBeenCalledTimes(1)
})

test('what is being read is not forgotten, whenever it was last looked at', async () => {
  jest.useFakeTimers()
  const forget = jest.fn()
  const entry = createEntry<string>({ take: () => undefined, forget })
  const { asked, read, leave } = watched(entry)
  entry.keep(1000)
  leave()
  await jest.advanceTimersByTimeAsync(999)
  void entry.ask(read)
  await jest.advanceTimersByTimeAsync(5000)
  expect(forget).not.toHaveBeenCalled()
  asked[0]!.resolve('there')
  await jest.advanceTimersByTimeAsync(1000)
  expect(forget).toHaveBeenCalledTimes(1)
})

test('what is wished to be kept for ever is', async () => {
  jest.useFakeTimers()
  const forget = jest.fn()
  const entry = createEntry<string>({ take: () => undefined, forget })
  const { leave } = watched(entry)
  entry.keep(Infinity)
  leave()
  await jest.advanceTimersByTimeAsync(24 * 3_600_000)
  expect(forget).not.toHaveBeenCalled()
})

test('a view that is gone leaves no clock running', () => {
  jest.useFakeTimers()
  const store = createStore()
  const { leave } = watched(store.entryOf<string>(['keys']))
  store.clear()
  leave()
  expect(jest.getTimerCount()).toBe(0)
})

test('what was drawn for and never shown is forgotten, and what is shown late is found again', () => {
  jest.useFakeTimers()
  const store = createStore()
  const drawn = store.entryOf<string>(['keys'])
  const shownLate = store.entryOf<string>(['apps'])
  jest.advanceTimersByTime(10 * 60_000)
  watched(shownLate)
  expect(store.entryOf(['keys'])).not.toBe(drawn)
  expect(store.entryOf(['apps'])).toBe(shownLate)
})

test('an area is told from another by its whole name; no name at all is everything', async () => {
  const store = createStore()
  const keys = [['keys'], ['keys', { state: undefined }], ['keys-of'], ['keys"'], [['keys']]]
  const outdated = () => keys.map((key) => store.entryOf(key).state().isOutdated)
  for (const key of keys) store.setQueryData(key, 'known')
  await store.invalidateQueries({ queryKey: ['keys'] })
  expect(outdated()).toEqual([true, true, false, false, false])
  await store.invalidateQueries({ queryKey: [] })
  expect(outdated()).toEqual([true, true, true, true, true])
})
