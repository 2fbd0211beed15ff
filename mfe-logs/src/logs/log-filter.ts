import type { Key } from '@sonaqor/contract/keys'
import type { LogFilter } from '@sonaqor/contract/logs'
import { useModule, useTurn, useViewState } from '@sonaqor/module'
import { readRange, writeRange, type Range } from '@sonaqor/ui'
import { useMemo } from 'react'
import { lastingColumn } from './logs-table.tsx'

type StatusGroup = NonNullable<LogFilter['status']>
type Method = NonNullable<LogFilter['method']>

export const statusGroups: readonly StatusGroup[] = ['2xx', '3xx', '4xx', '5xx']
export const methods: readonly Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

/** As long as most people look back; all that there is can be chosen by its dates. */
const usualRange: Range = '30d'

/** As it stands in the address, or rather does not: what was not chosen is not in it. */
const nothingFiltered = {
  status: '',
  method: '',
  path: '',
  appId: '',
  keyId: '',
  requestId: '',
  sessions: '',
  range: writeRange(usualRange),
}
const nothingChosen = { ...nothingFiltered, hide: '', entry: '' }

export type Narrowing = typeof nothingFiltered

/** The filter in view, the entry that is open, and how both are changed. */
export function useLogFilter() {
  const { app, environment, project } = useModule()
  const [chosen, choose] = useViewState(nothingChosen)
  useTurn(() => choose({ appId: '', keyId: '', entry: '' }))
  const { status, method, path, appId, keyId, requestId } = chosen
  // Who asks for a key, a path or a request wants all that there is of it.
  const hasSessions = Boolean(path || keyId || requestId)
  const areSessionsShown = chosen.sessions === 'shown'

  const filter = useMemo<LogFilter>(
    () => ({
      environment,
      projectId: project?.id,
      appId: app?.id ?? (appId || undefined),
      status: statusGroups.find((group) => group === status),
      method: methods.find((one) => one === method),
      path: path || undefined,
      keyId: keyId || undefined,
      requestId: requestId || undefined,
      without: hasSessions || areSessionsShown ? undefined : 'embed-sessions',
    }),
    [
      environment,
      project?.id,
      app?.id,
      appId,
      status,
      method,
      path,
      keyId,
      requestId,
      hasSessions,
      areSessionsShown,
    ],
  )
  const range = readRange(chosen.range) ?? usualRange

  return {
    filter,
    range,
    isFiltered:
      range !== usualRange ||
      [filter.status, filter.method, path, appId, keyId, requestId].some(Boolean),
    /** Whether opened embed sessions are among the rows; undefined where that is no question. */
    areSessionsShown: hasSessions ? undefined : areSessionsShown,
    showSessions: (isShown: boolean) => choose({ sessions: isShown ? 'shown' : '', entry: '' }),
    hidden: new Set(chosen.hide.split('.').filter((id) => id && id !== lastingColumn)),
    hideColumns: (ids: ReadonlySet<string>) => choose({ hide: [...ids].join('.') }),
    openEntry: chosen.entry || undefined,
    narrow: (part: Partial<Narrowing>) => choose({ ...part, entry: '' }),
    /** What is typed is told a moment later, and closes no request that was opened meanwhile. */
    seek: (text: string) => choose(soughtBy(text)),
    clear: () => choose({ ...nothingFiltered, entry: '' }),
    open: (entry: string | undefined) => choose({ entry: entry ?? '' }),
  }
}

/** What the API takes. */
const pathAtMost = 200

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * The part of a secret that names its key. Somebody may paste a whole one here; no more of it than
 * this is kept, for what is looked for stands in the address.
 */
const secret = /^sq_(?:test|live)_\w{4}/

/** The key whose secret begins with what was typed, among those that are known here. */
export function keyBegunBy(text: string, keys: readonly Key[]): Key | undefined {
  const named = secret.exec(text.trim())?.[0]
  return keys.find(({ prefix }) => prefix === named)
}

/** What was typed is the beginning of a path, but for a request id, as an error shows it to copy. */
function soughtBy(text: string): Pick<Narrowing, 'path' | 'requestId'> {
  const id = text.trim()
  return uuid.test(id)
    ? { path: '', requestId: id.toLowerCase() }
    : { path: secret.exec(id)?.[0] ?? text.slice(0, pathAtMost), requestId: '' }
}
