import type { EmbedHandle, EmbedOptions, MountRequest } from './sdk.ts'

/** What the page told a session, in the order in which it did. */
export type FakeCall =
  | { readonly call: 'start'; readonly options: EmbedOptions }
  | { readonly call: 'update'; readonly change: Parameters<EmbedHandle['update']>[0] }
  | { readonly call: 'logout' | 'destroy' }

export interface FakeSession {
  readonly name: string
  /** As they are now, with every update. */
  readonly options: EmbedOptions
  readonly calls: readonly FakeCall[]
  /** The client secrets that `fetchSession` brought. */
  readonly secrets: readonly string[]
  /** What was shown by `mount`, and is not removed. */
  readonly mounted: readonly { readonly element: HTMLElement; readonly request: MountRequest }[]
  /** It was logged out or destroyed. */
  readonly isOver: boolean
}

/** A session as the fake itself has it in hand. */
export interface KeptSession extends FakeSession {
  options: EmbedOptions
  readonly calls: FakeCall[]
  readonly secrets: string[]
  mounted: { readonly element: HTMLElement; readonly request: MountRequest }[]
  isOver: boolean
  readonly handle: EmbedHandle
}

/** A session that notes what it is told, and does nothing. */
export function keepSession(
  name: string,
  onState: (element: HTMLElement, state: MountRequest['state']) => void,
): KeptSession {
  const end = (call: 'logout' | 'destroy') => {
    session.calls.push({ call })
    session.isOver = true
    session.mounted = []
  }
  const handle: EmbedHandle = {
    mount(element, request) {
      const place = { element, request }
      let state = request.state ?? {}
      session.mounted.push(place)
      return {
        get state() {
          return state
        },
        setState(next) {
          state = next
          onState(element, next)
        },
        remove() {
          session.mounted = session.mounted.filter((one) => one !== place)
        },
      }
    },
    update(change) {
      session.calls.push({ call: 'update', change })
      session.options = { ...session.options, ...change }
    },
    logout: () => Promise.resolve(end('logout')),
    destroy: () => end('destroy'),
  }
  const session: KeptSession = {
    name,
    options: { fetchSession: () => Promise.reject(new Error('The session has not begun.')) },
    calls: [],
    secrets: [],
    mounted: [],
    isOver: false,
    handle,
  }
  return session
}
