import type { Client } from '@sonaqor/contract/client'
import type { Params } from '@sonaqor/module'
import { FilterBar, useText } from '@sonaqor/ui'
import { channelNames, channels } from './channel-names.ts'
import { states } from './delivery-words.ts'
import * as texts from './texts/en.ts'
import { useMembers } from './use-deliveries.ts'

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
  const members = useMembers(api, seesTeam)
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
