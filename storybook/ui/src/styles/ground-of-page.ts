/**
 * The ground of a release. The host of a page mostly has the very same sheets, and each further module
 * would bring them anew. Where it has others, or does not tell, as older hosts do, a release fetches
 * those that it was built with.
 */
import { adoptBelow } from './adopt.ts'
import { groundName } from './ground-name.ts'

interface Page {
  /** The one global of a host, as far as it tells of grounds. */
  readonly SonaqorRuntime?: {
    readonly grounds?: Readonly<Record<string, readonly CSSStyleSheet[]>>
  }
}

const ofPage = (globalThis as Page).SonaqorRuntime?.grounds?.[groundName]

export const ground = ofPage ?? []

/** Has it stand before anything is drawn on it. What could not be fetched is asked for anew each time. */
export async function layGround(): Promise<void> {
  if (!ofPage) adoptBelow((await import('./ground-sheets.ts')).groundSheets)
}
