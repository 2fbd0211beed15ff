import type { Host, PlaceRequest } from '../host/host.ts'
import type { Stage } from '../stage/stage.ts'
import type { ShownView } from './shown-view.ts'
import type { WantedView } from './wanted-view.ts'

/** A view at its place, for whatever sees to one side of it. */
export interface Standing {
  readonly host: Host
  readonly request: PlaceRequest
  readonly stage: Stage
  readonly wanted: WantedView
  readonly shown: ShownView
}
