/** What the staff's page and the frame of the tenants' origin tell each other, and nothing beside it. */
import type { Look } from '@sonaqor/contract/staff'

/** Told by the frame once it listens, to the staff's origin alone. */
export const frameIsReady = 'sonaqor-look-ready'

/** The first word of the staff's page, with a port for all further ones. */
export interface Beginning {
  readonly look: Look
  readonly locale: string
}

/** By the port, from the frame: a further token is wanted, or a request was told that it is over. */
export type FromFrame = 'renew' | 'over'

/** By the port, from the staff's page: the look with its next token, or nothing where there is none. */
export interface FromStaff {
  readonly look: Look | null
}

/** Whoever sends this is the staff's page already; it is looked at so that no other message of it counts. */
export function isBeginning(data: unknown): data is Beginning {
  return typeof data === 'object' && data !== null && 'look' in data && 'locale' in data
}
