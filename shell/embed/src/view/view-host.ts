import type { ViewManifest } from '@sonaqor/contract/manifest'
import type { ModuleHost, Outcome, Params, ViewStateStore } from '@sonaqor/module'
import { faults, HostFailure } from '../host/failure.ts'
import type { Host, PlaceRequest } from '../host/host.ts'
import type { Grant } from '../session/session.ts'
import { mayShow } from './may-show.ts'

interface Own {
  /** As its module names it. */
  readonly view: string
  readonly live: ModuleHost['live']
  readonly viewState: ViewStateStore
  readonly open: (view: string, params?: Params) => Promise<Outcome>
  readonly place: NonNullable<ModuleHost['place']>
  readonly failed: (error: unknown) => void
  readonly hold: NonNullable<ModuleHost['hold']>
  readonly leaveFor?: NonNullable<ModuleHost['leaveFor']>
}

/** What a view may know of its host now, and what it may ask of the place where it stands. */
export function viewHostOf(host: Host, request: PlaceRequest, { view, ...own }: Own): ModuleHost {
  const { principal, ...state } = host.state()
  if (!principal) throw new HostFailure(faults.unsigned)
  const { app, isInner = false, permalink } = request
  return {
    ...state,
    // An app is of one project and of one environment, whatever else is looked at.
    ...(app && { app, environment: app.environment, project: undefined }),
    ...own,
    isInner,
    principal,
    kind: host.kind,
    request: host.request,
    origin: host.origin,
    ...(permalink && { permalink: async (chosen: Params) => permalink(view, chosen) }),
    navigate: (to, params) => request.navigate?.(to, params),
    finish: (outcome) => request.finish?.(outcome),
  }
}

/** A page that was wired to the wrong session must not show one app's data under another's name. */
export function assertExpected(
  { expects, isInner }: PlaceRequest,
  view: ViewManifest,
  grant: Grant,
): void {
  const { app = grant.app?.id, environment = grant.environment } = expects ?? {}
  if (app !== grant.app?.id || environment !== grant.environment) {
    throw new HostFailure(faults.otherApp)
  }
  // What shows secrets is opened, in a frame of our own; it stands in no other view.
  const isSecret = isInner && view.kind === 'secure'
  const isListed =
    !grant.views || (grant.views.includes(view.name) && mayShow(view, grant.principal))
  if (isSecret || !isListed) throw new HostFailure(faults.notInSession)
}
