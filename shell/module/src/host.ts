import type { Environment, Scope } from '@sonaqor/contract/access'
import type { Transport } from '@sonaqor/contract/client'
import type { LiveEvent } from '@sonaqor/contract/live'
import type { LogEntry, LogSearch } from '@sonaqor/contract/logs'

/** Whoever the token of this page speaks for, as the server described them. */
export interface Principal {
  readonly kind: 'member' | 'embed'
  readonly id: string
  readonly name: string
  readonly tenant: { readonly id: string; readonly name: string }
  readonly scopes: readonly Scope[]
}

export type { Environment }

/** The app that a view is narrowed to; a tenant-wide view has none. */
export interface AppRef {
  readonly id: string
  readonly environment: Environment
}

/** The project that the reader looks at alone. */
export interface ProjectRef {
  readonly id: string
  /** What the host knows it by; empty for the moment until it does. */
  readonly name: string
}

/** What a host may choose about the look; everything else is the design language's own. */
export interface Appearance {
  readonly theme: 'light' | 'dark' | 'auto'
  readonly density: 'cosy' | 'compact'
}

/** Values that name what is seen: the id that a view was opened for, a filter, a tab. */
export type Params = Readonly<Record<string, string>>

/** `off` where the page is never live, and says so from the start. */
export type LiveStatus = 'idle' | 'connecting' | 'open' | 'lost' | 'off'

export interface LogBatch {
  readonly entries: readonly LogEntry[]
  /** How many rows were left out to keep up. */
  readonly dropped: number
}

export interface Live {
  /** Hears the events of one area (`keys` hears `keys.issued`); returns the way to stop. */
  subscribe(area: string, listener: (events: readonly LiveEvent[]) => void): () => void
  /**
   * Hears the contents of new log rows that match: the one stream that carries contents. `ended` is
   * told when the server sends no more of them, because they may not be read any longer; a further
   * `tail` asks again. Older hosts do not tell.
   */
  tail(filter: LogSearch, listener: (batch: LogBatch) => void, ended?: () => void): () => void
  status(): LiveStatus
  onStatus(listener: (status: LiveStatus) => void): () => void
}

/**
 * How something is chosen where the state stands in an address: as a `step` that the way back takes back,
 * as the way `back` itself where the step before led here, and else in the place of what stood there.
 */
export type ChoiceManner = 'step' | 'back'

/** Where a view keeps its state: the address in the shell, memory in a partner's page. */
export interface ViewStateStore {
  /** The same object until something was written. */
  read(): Params
  write(next: Params, manner?: ChoiceManner): void
  /** The listener is told in which manner it was written; where an address moved by itself, in none. */
  subscribe(listener: (manner?: ChoiceManner) => void): () => void
}

/** A view that another one shows within itself. */
export interface InnerView {
  readonly view: string
  /** What it is narrowed to, in place of what the view around it is; its environment follows. */
  readonly app?: AppRef
  readonly params?: Params
  /** Where it keeps its state: in memory, for as long as it stands, unless it is named. */
  readonly viewState?: ViewStateStore
  /** Hears where it would lead, in place of the page around both. */
  readonly navigate?: (view: string, params?: Params) => void
}

/** How an opened view ended: `done` is true when the act that it was opened for took place. */
export interface Outcome {
  readonly done: boolean
}

/** What is asked before a view is closed that shows something for the last time. */
export interface Hold {
  /** "The key is shown this once. Is it stored?" */
  readonly question: string
  /** The answer that lets it close, as the words of a button: "It is stored". */
  readonly leave: string
}

/**
 * All that a module may know about the page that it runs in. It is an object of plain values and
 * functions, because a module may be built months before or after its host: fields may be added,
 * and none may change its meaning.
 */
export interface ModuleHost {
  readonly kind: 'shell' | 'embed'
  readonly request: Transport
  /** Where the API answers, for whoever is shown how to call it. Older hosts do not say. */
  readonly origin?: string
  readonly live: Live
  readonly principal: Principal
  readonly app: AppRef | undefined
  readonly environment: Environment
  /** The project to which every list is narrowed; all of them without one. Older hosts narrow nothing. */
  readonly project?: ProjectRef | undefined
  /** It stands within another view, which heads the page. Older hosts show none within another. */
  readonly isInner?: boolean
  /** The views that the session lists; without a list it is all that the scopes allow. */
  readonly views?: readonly string[] | undefined
  /** A BCP 47 language tag. */
  readonly locale: string
  readonly appearance: Appearance
  /** Whether keys do something without Ctrl or ⌘. They do where a host does not say. */
  readonly singleKeys?: boolean | undefined
  readonly viewState: ViewStateStore
  /**
   * The address at which this view stands in this state, for whoever hands on a link. Where the page
   * around it has none to give, and in older hosts, no link is offered.
   */
  permalink?(state: Params): Promise<string>
  /** Shows another view in place of this one. A host without that place tells its page instead. */
  navigate(view: string, params?: Params): void
  /** Shows a view above this one, and secrets in a frame of our own; settles when it is closed. */
  open(view: string, params?: Params): Promise<Outcome>
  /**
   * Shows a view within this one, in an element of its own there, where it has its own retry when it
   * fails. It ends by the returned function, and with this view at the latest. What the session does
   * not list, secrets, and an app that is not the session's are refused in its place. Older hosts
   * cannot do it.
   */
  place?(element: HTMLElement, inner: InnerView): () => void
  /**
   * Shows the page of a view in a window of our own, for an act that no session of a partner's page
   * may do: a member signs in there. Called at once after a press; settles when the person is back,
   * and what is shown here is to be read anew. In the shell, and in older hosts, it does not exist.
   */
  leaveFor?(view: string, params?: Params): Promise<void>
  /**
   * Leads whoever has no second factor to where one is set up, for an act that takes one: in a tab of its
   * own, so that what was filled in stays; older hosts leave the view for it, or know no way there. In the
   * shell alone, for a partner's page has nobody who could show one.
   */
  readonly setUpFactor?: (() => void) | undefined
  /** Ends a view that was opened. Views that stand in the page have nothing to end. */
  finish(outcome: Outcome): void
  /**
   * While something is held, whoever would close this view is asked first, whichever way they take;
   * `undefined` lets go. The act that the view was opened for counts as done then. Of the views that
   * stand in a page only those of the shell are asked about; older hosts ask about none of them.
   */
  hold?(hold: Hold | undefined): void
  /** Tells the host that the view broke while it was drawn, so that it can offer a retry. */
  failed(error: unknown): void
}

/** The values that a view starts with, and its name, for messages and measurements. */
export interface ViewRef {
  readonly name: string
  readonly params: Params
}

/** A view in a page. `update` keeps drafts and scroll; only `unmount` ends them. */
export interface Mounted {
  update(change: { readonly host?: ModuleHost; readonly params?: Params }): void
  unmount(): void
}

/** What a module exports for each view that its `module.json` names. */
export interface View {
  /** Gets the code of the view before it is mounted. Older modules get it at the mount alone. */
  fetch?(): Promise<void>
  mount(element: HTMLElement, ref: ViewRef, host: ModuleHost): Promise<Mounted>
}
