import type { LogFilter } from '@sonaqor/contract/logs'
import { useModule, useTurn, useViewState } from '@sonaqor/module'
import type { Text } from '@sonaqor/module/texts'
import { readRange, writeRange, type Range } from '@sonaqor/ui'
import { useMemo } from 'react'
import { asksForOne, fromFields } from '../query/written.ts'
import * as texts from '../texts/en.ts'
import { lastingColumn } from './logs-table.tsx'

type StatusGroup = NonNullable<LogFilter['status']>
type Method = NonNullable<LogFilter['method']>

export const statusGroups: readonly StatusGroup[] = ['2xx', '3xx', '4xx', '5xx']
export const methods: readonly Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

export const groupTitles: Readonly<Record<StatusGroup, Text>> = {
  '2xx': texts.groupSuccess,
  '3xx': texts.groupRedirect,
  '4xx': texts.groupClient,
  '5xx': texts.groupServer,
}

/** As long as most people look back; all that there is can be chosen by its dates. */
export const usualRange: Range = '30d'

/** As it stands in the address, or rather does not: what was not chosen is not in it. */
const nothingFiltered = {
  status: '',
  method: '',
  q: '',
  path: '',
  appId: '',
  keyId: '',
  requestId: '',
  sessions: '',
  range: writeRange(usualRange),
  /** The range before the first zoom into it. */
  whole: '',
}
const nothingChosen = { ...nothingFiltered, hide: '', breakdown: '', entry: '' }

export type Narrowing = typeof nothingFiltered

/** The filter in view, the entry that is open, and how both are changed. */
export function useLogFilter() {
  const { app, environment, project } = useModule()
  const [chosen, choose] = useViewState(nothingChosen)
  /** What was chosen on purpose is taken back by the way back. */
  const step = (part: Partial<typeof chosen>) => choose(part, 'step')
  useTurn(() => choose({ appId: '', keyId: '', entry: '' }))
  const { status, method, appId, keyId } = chosen
  const q = chosen.q || fromFields(chosen.path, chosen.requestId)
  // Who asks for a key, a path or a request wants all that there is of it.
  const isOfOne = (query: string) => keyId !== '' || asksForOne(query)
  const hasSessions = isOfOne(q)
  const areSessionsShown = chosen.sessions === 'shown'
  // Unless it was counted without them what somebody has chosen by its count.
  const areAllShownBy = (query: string) =>
    areSessionsShown || (isOfOne(query) && chosen.sessions !== 'left')
  const areAllShown = areAllShownBy(q)

  const filter = useMemo<LogFilter>(
    () => ({
      environment,
      projectId: project?.id,
      appId: app?.id ?? (appId || undefined),
      status: statusGroups.find((group) => group === status),
      method: methods.find((one) => one === method),
      keyId: keyId || undefined,
      without: areAllShown ? undefined : 'embed-sessions',
    }),
    [environment, project?.id, app?.id, appId, status, method, keyId, areAllShown],
  )
  // As long as nothing else is chosen, it is one and the same.
  const asked = useMemo(() => readRange(chosen.range), [chosen.range])
  const range = asked ?? usualRange

  return {
    filter,
    /** What is left out once something else is asked for in words. */
    leftOutBy: (query: string): LogFilter['without'] =>
      areAllShownBy(query) ? undefined : 'embed-sessions',
    /** As it was typed. */
    q,
    range,
    /** Anybody may write an address. */
    isRangeUnread: !asked,
    isFilterUnread: (status !== '' && !filter.status) || (method !== '' && !filter.method),
    isFiltered:
      range !== usualRange || [filter.status, filter.method, q, appId, keyId].some(Boolean),
    /** Whether opened embed sessions are among the rows; undefined where that is no question. */
    areSessionsShown: hasSessions && chosen.sessions === '' ? undefined : areSessionsShown,
    showSessions: (isShown: boolean) =>
      step({ sessions: isShown ? 'shown' : hasSessions ? 'left' : '', entry: '' }),
    hidden: new Set(chosen.hide.split('.').filter((id) => id && id !== lastingColumn)),
    hideColumns: (ids: ReadonlySet<string>) => choose({ hide: [...ids].join('.') }),
    /** All that narrows the list, as a saved view keeps it. */
    shown: { ...chosen, q, path: '', requestId: '', range: writeRange(range) } satisfies Narrowing,
    zoom: (to: Range) =>
      step({ range: writeRange(to), whole: chosen.whole || writeRange(range), entry: '' }),
    resetZoom: chosen.whole ? () => step({ range: chosen.whole, whole: '', entry: '' }) : undefined,
    isBrokenDown: chosen.breakdown === 'shown',
    breakDown: (isShown: boolean) => step({ breakdown: isShown ? 'shown' : '' }),
    openEntry: chosen.entry || undefined,
    narrow: (part: Partial<Narrowing>) => step({ ...part, entry: '' }),
    /** A value by the count that stands beside it: what was left out of that is left out still. */
    pick: (part: { readonly q?: string; readonly keyId?: string }) => {
      const next = { q, keyId, ...part }
      const isLeftOut = !areAllShown && (next.keyId !== '' || asksForOne(next.q))
      const sessions = areSessionsShown ? 'shown' : isLeftOut ? 'left' : ''
      step({ ...next, path: '', requestId: '', sessions, entry: '' })
    },
    /** What is typed is told a moment later, and closes no request that was opened meanwhile. */
    seek: (text: string, manner?: 'step') => choose({ q: text, path: '', requestId: '' }, manner),
    clear: () => step({ ...nothingFiltered, entry: '' }),
    open: (entry: string | undefined) => choose({ entry: entry ?? '' }, 'beside'),
  }
}
