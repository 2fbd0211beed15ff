import { expiringDays } from '@sonaqor/contract/key-standing'
import type { Key, KeyOrder, KeyStanding } from '@sonaqor/contract/keys'
import { useModule, useQueryClient, useTurn, useViewState } from '@sonaqor/module'
import type { Say, Text } from '@sonaqor/module/texts'
import type { Order } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { ofKey } from '../key/of-key.ts'

export const keyStates: Readonly<Record<Key['state'], Text>> = {
  active: texts.active,
  expired: texts.expired,
  revoked: texts.revoked,
}

/** What the list can be narrowed to: some of those that are active stand for themselves. */
export const keyStandings: Readonly<Record<KeyStanding, (say: Say) => string>> = {
  active: (say) => say(texts.active),
  rotating: (say) => say(texts.rotating),
  expiring: (say) => say(texts.endsWithin, { days: expiringDays }),
  expired: (say) => say(texts.expired),
  revoked: (say) => say(texts.revoked),
}

/** As it stands in the address, or rather does not: what was not chosen is not in it. */
const nothingFiltered = { state: '', appId: '', search: '' }
const nothingChosen = { ...nothingFiltered, order: 'issued', hide: '', key: '', act: '' }

/** Which way the API puts keys in each order. */
const descending: Readonly<Record<KeyOrder, boolean>> = { issued: true, label: false, used: true }

export type Narrowing = typeof nothingFiltered

/** What the list is narrowed to; the empty value is no filter. */
export interface KeysFilter extends Narrowing {
  readonly state: KeyStanding | ''
}

/** The filter in view, the key that is open, and how both are changed. */
export function useKeysFilter() {
  const [{ key, act, order, hide, ...chosen }, choose] = useViewState(nothingChosen)
  const { kind } = useModule()
  const isElsewhere = useIsElsewhere()
  useTurn(() => choose({ appId: '', key: isElsewhere(key) ? '' : key }))
  const state = isStanding(chosen.state) ? chosen.state : ''
  const filter: KeysFilter = { ...chosen, state }
  return {
    filter,
    isFiltered: Object.values(filter).some((value) => value !== ''),
    narrow: (part: Partial<Narrowing>) => choose({ ...part, key: '' }),
    /** What is typed is told a moment later, and closes no key that was opened meanwhile. */
    seek: (search: string) => choose({ search }),
    clear: () => choose({ ...nothingFiltered, key: '' }),
    order: isOrder(order) ? order : 'issued',
    sort: (by: KeyOrder) => choose({ order: by }),
    hidden: new Set(hide.split('.').filter(Boolean)),
    hideColumns: (ids: ReadonlySet<string>) => choose({ hide: [...ids].join('.') }),
    openKey: key || undefined,
    open: (id: string | undefined) => choose({ key: id ?? '', act: '' }, 'beside'),
    /** A link from a partner's page asks for an act, which is asked about first; nobody else does. */
    asksFor: kind === 'shell' ? act : '',
    asked: () => choose({ act: '' }),
  }
}

/** Whether a key is known to be of another environment; one that a link led to may not be read yet. */
function useIsElsewhere() {
  const { environment } = useModule()
  const queries = useQueryClient()
  return (id: string) => {
    const known = queries.getQueryData<Key>(ofKey(id))
    return known !== undefined && known.environment !== environment
  }
}

/** All that is searched for of a key that was pasted whole, as the field cuts it. */
export const isBeginningOfKey = (search: string) => /^sq_(?:live|test)_\w{4}$/.test(search)

export const orderOf = (by: KeyOrder): Order => ({ by, descending: descending[by] })

export function isOrder(text: string): text is KeyOrder {
  return Object.hasOwn(descending, text)
}

/** An address may hold anything; what is no state is no choice. */
function isStanding(text: string): text is KeyStanding {
  return Object.hasOwn(keyStandings, text)
}
