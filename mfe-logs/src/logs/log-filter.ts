import type { LogFilter } from '@sonaqor/contract/logs'
import { useModule, useViewState } from '@sonaqor/module'
import { useMemo } from 'react'

type StatusGroup = NonNullable<LogFilter['status']>
type Method = NonNullable<LogFilter['method']>

export const statusGroups: readonly { value: StatusGroup | 'all'; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: '2xx', label: '2xx' },
  { value: '3xx', label: '3xx' },
  { value: '4xx', label: '4xx' },
  { value: '5xx', label: '5xx' },
]

export const methods: readonly { value: Method | 'any'; label: string }[] = [
  { value: 'any', label: 'Any method' },
  { value: 'GET', label: 'GET' },
  { value: 'POST', label: 'POST' },
  { value: 'PATCH', label: 'PATCH' },
  { value: 'PUT', label: 'PUT' },
  { value: 'DELETE', label: 'DELETE' },
]

/** As it stands in the address, or rather does not: what was not chosen is not in it. */
const nothingFiltered = { status: 'all', method: 'any', path: '', keyId: '', requestId: '' }
const nothingChosen = { ...nothingFiltered, entry: '' }

export type Narrowing = typeof nothingFiltered

/** The filter in view, the entry that is open, and how both are changed. */
export function useLogFilter() {
  const { app, environment } = useModule()
  const [chosen, choose] = useViewState(nothingChosen)
  const { status, method, path, keyId, requestId } = chosen

  const filter = useMemo<LogFilter>(
    () => ({
      environment,
      appId: app?.id,
      status: knownIn(statusGroups, status, 'all'),
      method: knownIn(methods, method, 'any'),
      path: path || undefined,
      keyId: keyId || undefined,
      requestId: requestId || undefined,
    }),
    [environment, app?.id, status, method, path, keyId, requestId],
  )

  return {
    filter,
    isFiltered: Boolean(
      filter.status ?? filter.method ?? filter.path ?? filter.keyId ?? filter.requestId,
    ),
    openEntry: chosen.entry || undefined,
    narrow: (part: Partial<Narrowing>) => choose({ ...part, entry: '' }),
    clear: () => choose({ ...nothingFiltered, entry: '' }),
    open: (entry: string | undefined) => choose({ entry: entry ?? '' }),
  }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What was typed is the beginning of a path, but for a request id, as an error shows it to copy. */
export function soughtBy(text: string): Pick<Narrowing, 'path' | 'requestId'> {
  const id = text.trim().toLowerCase()
  return uuid.test(id) ? { path: '', requestId: id } : { path: text, requestId: '' }
}

/** An address may hold anything; what is none of the options is no choice. */
function knownIn<Value extends string, None extends Value>(
  options: readonly { readonly value: Value }[],
  text: string,
  none: None,
): Exclude<Value, None> | undefined {
  const found = options.find(({ value }) => value === text)?.value
  return found === none ? undefined : (found as Exclude<Value, None> | undefined)
}
