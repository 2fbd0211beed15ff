import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, useTurn, useViewState } from '@sonaqor/module'
import { instantsOf, readRange, writeRange, type Preset, type Range } from '@sonaqor/ui'
import { useMemo } from 'react'
import { endpointStateTitles } from '../endpoint/endpoint-badges.tsx'

/** Of which the list tells how endpoints do. */
export const ranges: readonly Preset[] = ['24h', '7d', '30d']
const usualRange: Range = '24h'

/** As it stands in the address, or rather does not: what was not chosen is not in it. */
const nothingFiltered = { state: '', appId: '', search: '' }
const nothingChosen = {
  ...nothingFiltered,
  range: writeRange(usualRange),
  endpoint: '',
  /** Its drawer, unless a page of its own is asked for by naming the tab that is open there. */
  tab: '',
  /** The list, unless another part of the page is asked for. */
  show: '',
}

/** The test inbox, as the address has it. */
export const inboxPart = 'inbox'

export type Narrowing = typeof nothingFiltered

export interface EndpointsFilter extends Narrowing {
  readonly state: Endpoint['state'] | ''
}

/** What the list is narrowed to, the endpoint that is open, and how both are changed. */
export function useEndpointsFilter() {
  const [{ range: written, endpoint, tab, show, ...chosen }, choose] = useViewState(nothingChosen)
  const { environment } = useModule()
  useTurn(() => choose({ appId: '', endpoint: '', tab: '' }))
  const range = useMemo(() => readRange(written) ?? usualRange, [written])
  const filter: EndpointsFilter = { ...chosen, state: isState(chosen.state) ? chosen.state : '' }
  return {
    environment,
    filter,
    range,
    isFiltered: Object.values(filter).some((value) => value !== ''),
    narrow: (part: Partial<Narrowing>) => choose({ ...part, endpoint: '', tab: '' }),
    /** What is typed is told a moment later, and closes nothing that was opened meanwhile. */
    seek: (search: string) => choose({ search }),
    clear: () => choose({ ...nothingFiltered, endpoint: '', tab: '' }),
    overRange: (next: Range) => choose({ range: writeRange(next) }),
    openEndpoint: endpoint || undefined,
    openTab: tab || undefined,
    isInbox: show === inboxPart,
    turnTo: (part: '' | typeof inboxPart) => choose({ show: part, endpoint: '', tab: '' }, 'step'),
    open: (id: string | undefined, at = '') => choose({ endpoint: id ?? '', tab: at }, 'beside'),
  }
}

/** What of a range the API is told: one that goes up to now is open at its end. */
export function instantsIn(range: Range): { readonly from: string; readonly to?: string } {
  const { from, to } = instantsOf(range, Date.now())
  return typeof range === 'string' ? { from } : { from, to }
}

/** An address may hold anything; what is no state is no choice. */
function isState(text: string): text is Endpoint['state'] {
  return Object.hasOwn(endpointStateTitles, text)
}
