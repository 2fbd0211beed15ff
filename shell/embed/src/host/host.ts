import type { Transport } from '@sonaqor/contract/client'
import type {
  Appearance,
  AppRef,
  Hold,
  Live,
  Outcome,
  Params,
  ProjectRef,
  ViewStateStore,
} from '@sonaqor/module'
import { createLive } from '../live/live.ts'
import { connectTo } from '../live/socket.ts'
import { createRegistry, type Registry } from '../releases/registry.ts'
import type { EmbedError, EmbedEvents } from '../sdk.ts'
import { createSession, type Grant, type Session } from '../session/session.ts'
import { authorisedTransport } from '../session/transport.ts'
import { place, type Placement } from '../view/placement.ts'
import { keepState, type HostState } from './host-state.ts'

export type { HostState } from './host-state.ts'
export { createSession, grantOfEmbed, grantOfMember, type Grant } from '../session/session.ts'
export { steppingUp, type AskStepUp, type SteppedUp } from '../session/step-up.ts'
export { authorisedTransport, openTransport, Unreachable } from '../session/transport.ts'
export { createRouter, type Router } from '../pages/router.ts'
export { registerModules, type Routes } from '../pages/routes.ts'
export type { Placement } from '../view/placement.ts'

export interface HostOptions {
  readonly kind: 'shell' | 'embed'
  /** Where the API and the modules are: scheme, host and port. */
  readonly origin: string
  /** A grant that is at hand already, for whoever has just signed in. */
  readonly grant?: Grant
  /** Gets a first or a further grant. Rejects when there is none to be had. */
  readonly renew: () => Promise<Grant>
  /** Hears each grant, the first one too. */
  readonly onGrant?: (grant: Grant) => void
  /**
   * There is no grant any more, and `error` is why no further one came. Gives back what is said in
   * place of every view; nothing, where they may stand on.
   */
  readonly lost?: (error: unknown) => Error | undefined
  /** Gets a client secret by which a frame of our own lets itself in. */
  readonly admit?: () => Promise<string>
  /** Somebody asks again for what has ended for good. */
  readonly askAnew?: () => void
  /** The origin of the page around it, where this host stands in a frame of ours. */
  readonly around?: string
  /** Opens what shows secrets above that page. */
  readonly openAround?: (view: string, params: Params) => Promise<Outcome>
  /** Meets what a refusal asks of the person, before whoever sent the request hears of it. */
  readonly meet?: (send: Transport) => Transport
  /** Leads whoever has no second factor to where one is set up. */
  readonly setUpFactor?: () => void
  readonly appearance: Appearance
  readonly locale: string
  /** Whether keys do something without Ctrl or ⌘; they do unless it is said. */
  readonly singleKeys?: boolean
  /** The project that the reader looks at alone; a partner's page has one app instead. */
  readonly project?: ProjectRef | undefined
  /** Shared by the hosts of one page. */
  readonly registry?: Registry
  /** What is heard as it happens; a socket to the origin unless named. */
  readonly live?: ReturnType<typeof createLive>
}

/** What an element or a route asks for. */
export interface PlaceRequest {
  readonly view: string
  readonly params?: Params
  /** What it is narrowed to, where the page around it shows one app among many. */
  readonly app?: AppRef | undefined
  /** It stands within another view. */
  readonly isInner?: boolean
  /** The app and environment that the page expects; another session is refused. */
  readonly expects?: { readonly app: string | undefined; readonly environment: string | undefined }
  readonly viewState?: ViewStateStore
  /** Ends the view, where it was opened above another. */
  readonly finish?: (outcome: Outcome) => void
  /** Asks before the view is closed, where it was opened above another. */
  readonly hold?: (hold: Hold | undefined) => void
  /** Tells the page where the view would go. */
  readonly navigate?: (view: string, params?: Params) => void
  /** The address at which the view stands in this state. */
  readonly permalink?: (view: string, state: Params) => string | Promise<string>
  /** It is on its way; by the name that was asked for, where no module of that name is known. */
  readonly onLoading?: (view: string) => void
  readonly onReady?: (view: string, release: string) => void
  readonly onFailed?: ((error: EmbedError) => void) | undefined
  /** A session that the view has of its own was renewed, or has ended. */
  readonly onSession?: ((session: EmbedEvents['sonaqor-session']) => void) | undefined
  /** Something happened that the view listens to. */
  readonly onEvent?: ((event: EmbedEvents['sonaqor-event']) => void) | undefined
}

/** How a view is shown in an element: here, or in a frame of ours. */
export type Place = (
  host: Host,
  element: HTMLElement,
  request: PlaceRequest,
  onRemove: () => void,
) => Placement

/** What brings views into a page: one session, one socket, one registry. */
export interface Host {
  readonly kind: 'shell' | 'embed'
  readonly origin: string
  readonly session: Session
  readonly registry: Registry
  readonly request: Transport
  readonly live: Live
  readonly admit: HostOptions['admit']
  readonly askAnew: HostOptions['askAnew']
  readonly around: HostOptions['around']
  readonly openAround: HostOptions['openAround']
  state(): HostState
  /** Hears when the state is another, or can be put into words of the reader's language at last. */
  onChange(listener: () => void): () => void
  /** Shows a view in an element, with a retry in its place when it fails. */
  place(element: HTMLElement, request: PlaceRequest, by?: Place): Placement
  /** Changes what views may know; they keep their drafts. */
  update(change: Partial<Omit<HostState, 'principal' | 'views'>>): void
  /** Asks for the current releases and shows each view in its current one. */
  refresh(): Promise<void>
  /** Ends the session and takes every view away. */
  close(): void
}

/** Makes a host. The shell, a partner's page and our own frame differ in these options alone. */
export function createHost(options: HostOptions): Host {
  const { kind, origin, grant } = options
  const state = keepState({
    principal: grant?.principal,
    views: grant?.views,
    app: grant?.app,
    environment: grant?.environment ?? 'sandbox',
    project: options.project,
    locale: options.locale,
    appearance: options.appearance,
    singleKeys: options.singleKeys,
    setUpFactor: options.setUpFactor,
  })
  const session = createSession({
    grant,
    renew: options.renew,
    onGrant(next) {
      const { principal, views, app, environment } = next
      // The app of a partner's page decides; in the shell the reader does.
      state.change({ principal, views, ...(kind === 'embed' ? { app, environment } : {}) })
      options.onGrant?.(next)
    },
    ...(options.lost && { lost }),
  })

  function lost(error: unknown) {
    const said = options.lost?.(error)
    if (said) forEach((placement) => placement.fail?.(said))
    return said ?? error
  }
  const live = options.live ?? createLive(session, connectTo(origin))
  const registry = options.registry ?? createRegistry(origin)

  const send = authorisedTransport(origin, session)

  const placements = new Set<Placement>()
  const forEach = (act: (placement: Placement) => void) => placements.forEach((one) => act(one))
  state.onChange(() => forEach((placement) => placement.draw()))
  const unwatch = registry.watch(() => forEach((placement) => void placement.announce()))

  const host: Host = {
    kind,
    origin,
    session,
    live,
    registry,
    admit: options.admit,
    askAnew: options.askAnew,
    around: options.around,
    openAround: options.openAround,
    request: options.meet?.(send) ?? send,
    state: state.read,
    onChange: state.onChange,
    update: state.change,
    place(element, request, by = place) {
      const placement = by(host, element, request, () => placements.delete(placement))
      placements.add(placement)
      return placement
    },
    async refresh() {
      await registry.refresh()
      await Promise.all([...placements].map((placement) => placement.renew()))
    },
    close() {
      unwatch()
      session.close()
      live.close()
      forEach((placement) => placement.remove())
    },
  }
  return host
}
