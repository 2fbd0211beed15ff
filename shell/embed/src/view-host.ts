import type { ModuleHost, Outcome, Params, ViewStateStore } from '@sonaqor/module'
import { faults, HostFailure } from './failure.ts'
import type { Host, PlaceRequest } from './host.ts'
import type { Grant } from './session.ts'

interface Own {
  readonly viewState: ViewStateStore
  readonly open: (view: string, params?: Params) => Promise<Outcome>
  readonly failed: (error: unknown) => void
}

/** What a view may know of its host now, and what it may ask of the place where it stands. */
export function viewHostOf(host: Host, request: PlaceRequest, own: Own): ModuleHost {
  const { principal, ...state } = host.state()
  if (!principal) throw new HostFailure(faults.unsigned)
  return {
    ...state,
    ...own,
    principal,
    kind: host.kind,
    request: host.request,
    origin: host.origin,
    live: host.live,
    navigate: (view, params) => request.navigate?.(view, params),
    finish: (outcome) => request.finish?.(outcome),
    hold: (hold) => request.hold?.(hold),
  }
}

/** A page that was wired to the wrong session must not show one app's data under another's name. */
export function assertExpected({ expects }: PlaceRequest, view: string, grant: Grant): void {
  const { app = grant.app?.id, environment = grant.environment } = expects ?? {}
  if (app !== grant.app?.id || environment !== grant.environment) {
    throw new HostFailure(faults.otherApp)
  }
  if (grant.views && !grant.views.includes(view)) throw new HostFailure(faults.notInSession)
}
