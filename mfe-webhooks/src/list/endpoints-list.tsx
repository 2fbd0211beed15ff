import { useFoothold, useRowReturn } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as texts from '../texts/en.ts'
import { EndpointsSkeleton, EndpointsTable, type EndpointsTableProps } from './endpoints-table.tsx'
import type { useEndpoints } from './use-endpoints.ts'

export interface EndpointsListProps extends Omit<EndpointsTableProps, 'endpoints'> {
  readonly endpoints: ReturnType<typeof useEndpoints>
  readonly isFiltered: boolean
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
  readonly onClear: () => void
  readonly addButton: ReactNode
  /** The pointer or the focus has come to the list. */
  readonly onReach: () => void
}

/** The endpoints of one filter, and what stands there when there are none. */
export function EndpointsList(props: EndpointsListProps) {
  const { endpoints, isFiltered, isCovered, onClear, addButton, onReach, ...table } = props
  const say = useText()
  const { place, onFocus } = useFoothold<HTMLDivElement>(isCovered)
  const list = useRowReturn(table.openEndpoint)
  return (
    <div
      ref={place}
      className="sq-wh-list"
      tabIndex={-1}
      onFocus={(event) => {
        onFocus(event)
        onReach()
      }}
      onPointerEnter={onReach}
    >
      <div ref={list} className="sq-wh-list">
        <Loaded
          of={endpoints}
          loading={<EndpointsSkeleton />}
          empty={isFiltered ? <NoMatch onClear={onClear} /> : <NoEndpoints action={addButton} />}
        >
          {(rows) => (
            <>
              <EndpointsTable endpoints={rows} {...table} />
              <LoadMore
                counted={say(texts.endpointsShown, { count: rows.length })}
                of={endpoints}
              />
            </>
          )}
        </Loaded>
      </div>
    </div>
  )
}

function NoEndpoints({ action }: { readonly action: ReactNode }) {
  const say = useText()
  return (
    <Empty title={say(texts.noEndpointsYet)} action={action}>
      {say(texts.howEndpointsCome)}
    </Empty>
  )
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const say = useText()
  return (
    <Empty
      title={say(texts.noEndpointMatches)}
      action={<Button onClick={onClear}>{say(texts.clearFilters)}</Button>}
    >
      {say(texts.widerFilters)}
    </Empty>
  )
}
