import { isOffline, onNetworkBack } from './network.ts'
import { answered, begun, unread, type Reading } from './reading.ts'

/** What of it is asked for. */
interface Wanted {
  /** All that is known is read again. */
  readonly isWhole: boolean
  /** What is not known yet is read as well. */
  readonly isMore: boolean
}

/** Reads it; what is known already is for whoever adds to it. */
export type Read<Data> = (known: Data | undefined, wanted: Wanted) => Promise<Data>

interface Manner {
  /** What is under way no longer counts, for it may have been answered before something happened. */
  readonly anew?: boolean
  readonly isMore?: boolean
}

/** Whoever has it in view. */
export interface Watcher<Data> {
  /** What tells it from others. */
  readonly by: object
  readonly changed: () => void
  /** Nothing while it must not be asked for. */
  readonly read: () => Read<Data> | undefined
}

export interface Entry<Data> {
  state(): Reading<Data>
  /** Asks, or joins who has asked already. Resolves once nothing is under way, and never rejects. */
  ask(read: Read<Data>, manner?: Manner): Promise<void>
  /** What is known before it was read. It may be told while something is drawn. */
  seed(data: Data): void
  /** What is known from elsewhere. */
  write(data: Data): void
  /** It is read again as soon as somebody looks at it, which may be now. */
  outdate(): Promise<void>
  watch(watcher: Watcher<Data>): () => void
  /** Whether that one looks at it already, and may read it. */
  isReadBy(watcher: object): boolean
  /** How long it is kept when nobody looks any more; the longest wish holds. */
  keep(milliseconds: number): void
  /** Nothing that is under way counts any more, and nothing is asked for. */
  end(): void
}

/** Where an entry is found by its key. */
export interface Place {
  /** Somebody looks at it. */
  take(): void
  /** Nobody has for long. */
  forget(): void
}

/** What is not in view any more is at hand so long, for whoever comes back to it. */
export const keptMs = 5 * 60_000

/** A timer that is set to more than this ends at once. */
const longestMs = 2 ** 31 - 1

const nothing: Wanted = { isWhole: false, isMore: false }

/** One thing that is read, and who looks at it. */
export function createEntry<Data>(place: Place): Entry<Data> {
  let state: Reading<Data> = unread
  /** Kept until nothing is under way any more; whose answer that is makes no difference. */
  let underWay: PromiseWithResolvers<void> | undefined
  let wanted = nothing
  /** The answer to an older one does not count. */
  let turn = 0
  /** How many times something has become of it. */
  let happened = 0
  let stopWaiting: (() => void) | undefined
  let keepMs = 0
  let hasEnded = false
  // What was drawn for and never shown is forgotten as well.
  let timer = setTimeout(place.forget, keptMs)
  const watchers = new Set<Watcher<Data>>()

  function tell() {
    for (const { changed } of watchers) changed()
  }

  function become(change: Partial<Reading<Data>>) {
    state = { ...state, ...change }
    tell()
  }

  function forgetInTime() {
    clearTimeout(timer)
    if (hasEnded || watchers.size > 0 || underWay) return
    timer = setTimeout(place.forget, Math.min(keepMs, longestMs))
  }

  const readerInView = () => Array.from(watchers, ({ read }) => read()).find((one) => one)

  function begin(read: Read<Data>) {
    turn += 1
    stopWaiting?.()
    clearTimeout(timer)
    become({ ...begun(state), isMore: wanted.isMore })
    if (isOffline()) stopWaiting = onNetworkBack(() => begin(read))
    else void send(read)
  }

  async function send(read: Read<Data>) {
    const [mine, since, { isWhole }] = [turn, happened, wanted]
    let outcome: Partial<Reading<Data>>
    try {
      outcome = answered(state.data, await read(state.data, wanted))
    } catch (error) {
      const isOutdated = state.isOutdated || isWhole
      outcome = { status: 'error', error: error as Error, isOutdated }
    }
    if (mine !== turn) return
    wanted = nothing
    const isOld = happened !== since
    const again = isOld && outcome.status === 'success' ? readerInView() : undefined
    if (!again) return settle({ ...outcome, ...(isOld && { isOutdated: true }) })
    // It is from before something happened: better than nothing, and read once more.
    wanted = { ...nothing, isWhole: true }
    state = { ...state, ...outcome, isOutdated: true }
    begin(again)
  }

  function settle(outcome: Partial<Reading<Data>>) {
    const done = underWay
    underWay = undefined
    become({ ...outcome, fetchStatus: 'idle', isMore: false })
    forgetInTime()
    done?.resolve()
  }

  function ask(read: Read<Data>, { anew = false, isMore = false }: Manner = {}): Promise<void> {
    if (hasEnded) return Promise.resolve()
    const isJoined = underWay && (!anew || state.data === undefined || (isMore && wanted.isMore))
    if (anew || !underWay) {
      // Who takes the place of another one reads what that was to read: nobody asks for it again.
      const isWhole = wanted.isWhole || !isMore || state.isOutdated
      wanted = { isWhole, isMore: wanted.isMore || isMore }
    }
    underWay ??= Promise.withResolvers()
    const { promise } = underWay
    if (!isJoined) begin(read)
    return promise
  }

  return {
    state: () => state,
    ask,
    seed(data) {
      if (state.data !== undefined) return
      state = { ...state, ...answered(undefined, data) }
      if (watchers.size > 0) queueMicrotask(tell)
    },
    write(data) {
      become(answered(state.data, data))
      forgetInTime()
    },
    async outdate() {
      happened += 1
      become({ isOutdated: true })
      const read = readerInView()
      if (!read) return
      const reading = ask(read, { anew: true })
      if (state.fetchStatus !== 'paused') await reading
    },
    watch(watcher) {
      clearTimeout(timer)
      place.take()
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
        forgetInTime()
      }
    },
    isReadBy: (watcher) =>
      Array.from(watchers).some(({ by, read }) => by === watcher && read() !== undefined),
    keep(milliseconds) {
      keepMs = Math.max(keepMs, milliseconds)
      forgetInTime()
    },
    end() {
      hasEnded = true
      turn += 1
      stopWaiting?.()
      clearTimeout(timer)
      watchers.clear()
      underWay?.resolve()
    },
  }
}
