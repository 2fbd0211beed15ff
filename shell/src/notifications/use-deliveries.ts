import type { Client } from '@sonaqor/contract/client'
import type { Params } from '@sonaqor/module'
import { useListing } from '../identity/use-listing.ts'
import { useReading } from '../identity/use-reading.ts'

type Query = NonNullable<NonNullable<Parameters<Client['notifications']['deliveries']>[0]>['query']>

/** The filter as the API asks for it. An address may hold anything; what is no such value is refused there. */
export function filterOf({ state, kind, channel, member }: Params): Query {
  const chosen = Object.entries({ state, kind, channel, memberId: member })
  return Object.fromEntries(chosen.filter(([, value]) => value)) as Query
}

/** What became of each notification on its way; another filter needs another mount. */
export const useDeliveries = ({ notifications }: Pick<Client, 'notifications'>, filter: Query) =>
  useListing((query) => notifications.deliveries({ query: { ...filter, ...query } }))

/** The members by name, for whoever may see the team. */
export function useMembers({ team }: Pick<Client, 'team'>, seesTeam: boolean) {
  const read = useReading(async () =>
    seesTeam ? (await team.list({ query: { limit: most } })).data : [],
  )
  return (read.data ?? []).filter(({ invitation }) => invitation === null)
}

/** As many as one page of the API holds. */
const most = 200
