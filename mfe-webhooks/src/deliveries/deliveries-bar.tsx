import { ListBar, useModule } from '@sonaqor/module'
import { RangePicker, useText, type Filter } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { useEventTypes } from '../form/use-event-types.ts'
import * as common from '../texts/en.ts'
import {
  deliveryRanges,
  kindTitles,
  statusTitles,
  type useDeliveriesFilter,
} from './deliveries-filter.ts'
import { deliveryStateTitles } from './delivery-badge.tsx'
import * as texts from './texts/en.ts'
import { useEndpointName } from './use-endpoint-names.ts'

/** There are test inboxes in the sandbox alone. */
const kinds = Object.entries(kindTitles)
const ofKind = (kind: string) => ({ kind, endpointId: '' })

export interface DeliveriesBarProps {
  readonly chosen: ReturnType<typeof useDeliveriesFilter>
  /** To choose from; undefined within one endpoint, where there is no choice. */
  readonly names: ReadonlyMap<string, string> | undefined
  readonly isCovered: boolean
  /** What can be done with what is narrowed so. */
  readonly children: ReactNode
}

/** What the list of deliveries can be narrowed to. */
export function DeliveriesBar({ chosen, names, isCovered, children }: DeliveriesBarProps) {
  const say = useText()
  const { can, environment } = useModule()
  const { chosen: written, narrow, seek, clear, range, overRange } = chosen
  const types = useEventTypes()
  const unlisted = useEndpointName(written.endpointId)
  const isUnlisted = names && written.endpointId !== '' && !names.has(written.endpointId)
  const state: Filter = {
    id: 'result',
    label: say(common.state),
    options: Object.entries(deliveryStateTitles).map(([value, title]) => ({
      value,
      label: say(title),
    })),
    value: written.result,
    onChange: (result) => narrow({ result }),
  }
  const status: Filter = {
    id: 'status',
    label: say(texts.answer),
    options: Object.entries(statusTitles).map(([value, title]) => ({ value, label: say(title) })),
    value: written.status,
    onChange: (value) => narrow({ status: value }),
  }
  const type: Filter = {
    id: 'type',
    label: say(texts.eventType),
    options: (types.data ?? []).map(({ name }) => ({ value: name, label: name })),
    value: written.type,
    onChange: (value) => narrow({ type: value }),
  }
  const endpoint: Filter = {
    id: 'endpoint',
    label: say(common.endpoint),
    options: [
      ...(environment === 'production' ? [] : kinds).map(([value, title]) => ({
        value,
        label: say(title),
      })),
      ...(isUnlisted ? [{ value: written.endpointId, label: unlisted.name }] : []),
      ...[...(names ?? [])].map(([value, label]) => ({ value, label })),
    ],
    value: written.endpointId || written.kind,
    onChange: (value) =>
      narrow(Object.hasOwn(kindTitles, value) ? ofKind(value) : { endpointId: value, kind: '' }),
  }
  const request: Filter = {
    id: 'request',
    label: say(texts.request),
    options: [{ value: written.requestId, label: written.requestId }],
    value: written.requestId,
    onChange: (requestId) => narrow({ requestId }),
  }
  return (
    <ListBar
      label={say(can('customers:read') ? texts.search : texts.searchById)}
      sought={written.find}
      filters={[
        state,
        status,
        type,
        ...(names ? [endpoint] : []),
        ...(written.requestId ? [request] : []),
      ]}
      onSeek={seek}
      isCovered={isCovered}
      onClear={clear}
    >
      <RangePicker value={range} presets={deliveryRanges} onChange={overRange} />
      {children}
    </ListBar>
  )
}
