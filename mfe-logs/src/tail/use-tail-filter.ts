import type { LogFilter } from '@sonaqor/contract/logs'
import { useModule, type Params } from '@sonaqor/module'
import { useMemo } from 'react'
import { methods, statusGroups } from '../logs/log-filter.ts'

/** What the page around may narrow the tail to, by the names that the filter of the logs has. */
const narrowing = ['status', 'method', 'path', 'keyId'] as const

/** The requests in view: those of the app, or of what the page named when it opened the view. */
export function useTailFilter() {
  const { app, environment, project, params } = useModule()
  const written = JSON.stringify(params)
  return useMemo(() => {
    const named = JSON.parse(written) as Params
    const narrowed = Object.fromEntries(
      narrowing.flatMap((name) => (named[name] ? [[name, named[name]]] : [])),
    )
    const { status, method, path, keyId } = narrowed
    const filter: LogFilter = {
      environment,
      projectId: project?.id,
      appId: app?.id ?? named['appId'],
      status: statusGroups.find((group) => group === status),
      method: methods.find((one) => one === method),
      path,
      keyId,
      // Each visit of the page opens one; by themselves they would leave room for nothing else.
      without: path || keyId ? undefined : 'embed-sessions',
    }
    return { filter, narrowed }
  }, [app?.id, environment, project?.id, written])
}
