import type { Scope } from '@sonaqor/contract/access'
import type { Client } from '@sonaqor/contract/client'
import type { LiveEvent } from '@sonaqor/contract/live'
import { SingleKeys } from '@sonaqor/ui'
import { createElement, type ReactNode } from 'react'
import type {
  Hold,
  InnerView,
  LiveStatus,
  LogBatch,
  ModuleHost,
  Outcome,
  Params,
  ViewStateStore,
} from './host.ts'
import { memoryViewState } from './memory-view-state.ts'
import { createStore, type Store } from './reading/store.ts'
import { StoreProvider } from './reading/use-store.ts'
import { ModuleProvider, type ModuleContext } from './use-module.ts'

export { memoryViewState }

/** The answers that a test expects to be asked for, typed by the client. Others are refused. */
export type FakeApi = { readonly [A in keyof Client]?: Partial<Client[A]> }

export interface FakeModuleOptions extends Partial<Omit<ModuleHost, 'live'>> {
  readonly api?: FakeApi
  readonly scopes?: readonly Scope[]
  readonly params?: Params
  /** How it stands with the socket; it is open unless said. */
  readonly liveStatus?: LiveStatus
  /** How every opened view ends. */
  readonly outcome?: Outcome
  /** What another one has read, for a host that turns keeps it; nothing unless said. */
  readonly read?: FakeModule['read']
}

export interface FakeModule {
  /** For `render(<KeysPage />, { wrapper: module.wrapper })`. */
  readonly wrapper: (props: { readonly children: ReactNode }) => ReactNode
  /** Which views were opened above this one, and which were shown in its place. */
  readonly opened: { readonly view: string; readonly params: Params | undefined }[]
  readonly navigated: { readonly view: string; readonly params: Params | undefined }[]
  readonly finished: Outcome[]
  /** The views that stand within this one now. */
  readonly placed: readonly InnerView[]
  /** What would be asked now before the view is closed. */
  readonly held: () => Hold | undefined
  readonly viewState: ViewStateStore
  /** All that was read. */
  readonly read: Store
  /** Lets an event happen: `emit('keys.issued', { keyId })`. */
  emit(type: string, ref?: Readonly<Record<string, string>>): void
  /** Lets new log rows arrive at every tail. */
  arrive(batch: LogBatch): void
  /** Ends every tail, as the server does when the right to read logs goes. */
  endTails(): void
  /** How many tails are open. */
  tails(): number
}

/** A host for one test: it shows a component as a module would be shown, with a plain fake API. */
export function fakeModule(options: FakeModuleOptions = {}): FakeModule {
  const { api = {}, scopes = [], params = {}, outcome = { done: true }, ...rest } = options
  // Nothing is young here: who looks again has it read again.
  const { liveStatus = 'open', read = createStore(0), ...host } = rest
  const live = fakeLive(liveStatus)
  const opened: FakeModule['opened'] = []
  const navigated: FakeModule['navigated'] = []
  const finished: Outcome[] = []
  const placed: InnerView[] = []
  let held: Hold | undefined
  const context: ModuleContext = {
    kind: 'shell',
    request: () => Promise.reject(new Error('A fake module has no transport; give it an `api`.')),
    origin: 'https://sonaqor.example',
    live: live.live,
    principal: {
      kind: 'member',
      id: '01900000-0000-7000-8000-000000000001',
      name: 'Dana Developer',
      tenant: { id: '01900000-0000-7000-8000-000000000002', name: 'Northwind' },
      scopes,
    },
    app: undefined,
    environment: 'sandbox',
    locale: 'en',
    appearance: { theme: 'light', density: 'cosy' },
    viewState: memoryViewState(),
    navigate: (view, withParams) => navigated.push({ view, params: withParams }),
    open: (view, withParams) => {
      opened.push({ view, params: withParams })
      return Promise.resolve(outcome)
    },
    place: (element, inner) => {
      placed.push(inner)
      element.textContent = inner.view
      return () => {
        placed.splice(placed.indexOf(inner), 1)
        element.textContent = ''
      }
    },
    finish: (end) => finished.push(end),
    hold: (hold) => {
      held = hold
    },
    failed: (error) => {
      throw error
    },
    ...host,
    params,
    api: refuseOthers(api),
    can: (scope) => scopes.includes(scope),
  }
  return {
    wrapper: ({ children }) =>
      createElement(
        ModuleProvider,
        { value: context },
        createElement(
          StoreProvider,
          { value: read },
          createElement(SingleKeys, { value: context.singleKeys ?? true }, children),
        ),
      ),
    opened,
    navigated,
    finished,
    placed,
    held: () => held,
    viewState: context.viewState,
    read,
    emit: live.emit,
    arrive: live.arrive,
    endTails: live.endTails,
    tails: live.tails,
  }
}

/** A call without an answer fails by name, instead of as "undefined is not a function". */
function refuseOthers(api: FakeApi): Client {
  return new Proxy(api, {
    get: (_, area: keyof Client) =>
      new Proxy(api[area] ?? {}, {
        get: (verbs: Readonly<Record<string, unknown>>, verb: string) =>
          verbs[verb] ??
          (() => Promise.reject(new Error(`The test gives no answer to api.${area}.${verb}.`))),
      }),
  }) as Client
}

function fakeLive(status: LiveStatus) {
  const areas = new Set<{ area: string; listener: (events: readonly LiveEvent[]) => void }>()
  const tails = new Set<{ listener: (batch: LogBatch) => void; ended?: (() => void) | undefined }>()
  let sequence = 0
  const live: ModuleHost['live'] = {
    subscribe: (area, listener) => {
      const wish = { area, listener }
      areas.add(wish)
      return () => areas.delete(wish)
    },
    tail: (_, listener, ended) => {
      const wish = { listener, ended }
      tails.add(wish)
      return () => tails.delete(wish)
    },
    status: () => status,
    onStatus: () => () => undefined,
  }
  return {
    live,
    emit(type: string, ref: Readonly<Record<string, string>> = {}) {
      sequence += 1
      const event = { sequence, type, ref, at: new Date().toISOString() }
      for (const { area, listener } of areas) if (type.startsWith(`${area}.`)) listener([event])
    },
    arrive(batch: LogBatch) {
      for (const { listener } of tails) listener(batch)
    },
    endTails() {
      for (const { ended } of tails) ended?.()
    },
    tails: () => tails.size,
  }
}
