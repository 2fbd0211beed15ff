import { isOffline } from './network.ts'
import { sameWhereEqual } from './same-data.ts'

/** How it stands with one thing that is read. */
export interface Reading<Data> {
  readonly status: 'pending' | 'error' | 'success'
  readonly data: Data | undefined
  readonly error: Error | null
  /** `paused` while it waits for a network. */
  readonly fetchStatus: 'fetching' | 'paused' | 'idle'
  /** More than is known was asked for, and is not there yet. */
  readonly isMore: boolean
  readonly readAt: number
  /** Something has happened to it since it was read. */
  readonly isOutdated: boolean
}

export const unread = {
  status: 'pending',
  data: undefined,
  error: null,
  fetchStatus: 'idle',
  isMore: false,
  readAt: 0,
  isOutdated: false,
} as const

/** As it is once it was asked for; what is known stays in view meanwhile. */
export function begun<Data>(state: Reading<Data>): Reading<Data> {
  const first = state.data === undefined && ({ status: 'pending', error: null } as const)
  return { ...state, fetchStatus: isOffline() ? 'paused' : 'fetching', ...first }
}

/** What changes about it with an answer. */
export const answered = <Data>(before: Data | undefined, data: Data) =>
  ({
    status: 'success',
    data: sameWhereEqual(before, data),
    error: null,
    readAt: Date.now(),
    isOutdated: false,
  }) as const
