import type { Client } from '@sonaqor/contract/client'
import type { Params } from '@sonaqor/module'
import { FilterBar, useText } from '@sonaqor/ui'
import { useReading } from '../identity/use-reading.ts'
import { channelNames, channels } from './channel-names.ts'
import { states } from './delivery-words.ts'
import * as texts from './texts/en.ts'

interface DeliveryFiltersProps {
  readonly api: Pick<Client, 'team'>
  readonly chosen: Params
  readonly choose: (change: Params) => void
  readonly kinds: ReadonlyMap<string, string>
  readonly seesTeam: boolean
  readonly onClear: () => void
}

/** What narrows the delivery log: what became of it, what it was, the way it went, and to whom. */
export function DeliveryFilters(props: DeliveryFiltersProps) {
  const { api, chosen, choose, kinds, seesTeam, onClear } = props
  const say = useText()
  const team = useReading(async () =>
    seesTeam ? (await api.team.list({ query: { limit: 200 } })).data : [],
  )
  const filter = (
    id: 'state' | 'kind' | 'channel' | 'member',
    label: string,
    options: Options,
  ) => ({
    id,
    label,
    options,
    value: chosen[id] ?? '',
    onChange: (value: string) => choose({ [id]: value }),
  })
  const members = (team.data ?? []).filter(({ invitation }) => invitation === null)
  return (
    <FilterBar
      filters={[
        filter(
          'state',
          say(texts.state),
          Object.entries(states).map(([value, { name }]) => ({ value, label: say(name) })),
        ),
        filter(
          'kind',
          say(texts.kind),
          [...kinds].map(([value, label]) => ({ value, label })),
        ),
        filter(
          'channel',
          say(texts.channel),
          channels.map((value) => ({ value, label: say(channelNames[value]) })),
        ),
        filter(
          'member',
          say(texts.member),
          members.map(({ id, person }) => ({ value: id, label: person.name })),
        ),
      ]}
      onClear={onClear}
    />
  )
}

type Options = readonly { readonly value: string; readonly label: string }[]

type Query = NonNullable<NonNullable<Parameters<Client['notifications']['deliveries']>[0]>['query']>

/** The filter as the API asks for it. An address may hold anything; what is no such value is refused there. */
export function filterOf({ state, kind, channel, member }: Params): Query {
  const chosen = Object.entries({ state, kind, channel, memberId: member })
  return Object.fromEntries(chosen.filter(([, value]) => value)) as Query
}
