/**
 * Whose it is what happens to an endpoint. One for the events of all apps belongs to its environment, and
 * whoever is held to an app, even to the one that it stands with, hears nothing of it.
 */
import type { EndpointRow } from './endpoints.store.ts'

type Whose = Pick<EndpointRow, 'reach' | 'app_id'>

export const appOf = ({ reach, app_id: appId }: Whose): string | undefined =>
  reach === 'environment' ? undefined : appId

/** Whether an event tells of such an endpoint: none for the events of one app gets it. */
export const tellsOfWide = (type: string, data: unknown): boolean =>
  type.startsWith(area) && (data as { readonly reach?: unknown } | null)?.reach === 'environment'

/** That it does not, of a row of `events`. */
export const tellsOfNoneWide = `(type not like 'webhooks.%' or data ->> 'reach' is distinct from 'environment')`

const area = 'webhooks.'
