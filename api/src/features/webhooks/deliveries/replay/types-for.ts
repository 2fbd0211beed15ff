import { offeredTypes } from '../../catalogue/catalogue.ts'
import type { EndpointRow } from '../../endpoints/endpoints.store.ts'

/** What an endpoint gets today: what it is subscribed to, of what whoever made it could read. */
export const typesFor = ({
  event_types: subscribed,
  scopes,
}: Pick<EndpointRow, 'event_types' | 'scopes'>): string[] =>
  offeredTypes
    .filter(({ scope }) => scopes.includes(scope))
    .map(({ name }) => name)
    .filter((name) => subscribed.length === 0 || subscribed.includes(name))
