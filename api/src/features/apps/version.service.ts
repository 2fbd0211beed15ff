/** Which version of the API an app speaks: pinned when it is made, upgraded by somebody, and rolled back. */
import type { AppVersion } from '@sonaqor/contract/app-version'
import { rollBackHours, versionCallsDays } from '@sonaqor/contract/version-bounds'
import { appEvents, type App } from '@sonaqor/contract/apps'
import { contract } from '@sonaqor/contract/contract'
import type { Area, Deprecated } from '@sonaqor/contract/endpoint'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { sooner, type ApiHistory } from '../../core/versions/index.ts'
import { invalid, noApp, tell } from './apps.service.ts'
import { lockApp, writeApp } from './apps.store.ts'
import { findApp } from './apps.view.ts'
import { callsSince, formerOf, type CalledRow } from './version.store.ts'

export async function showVersion(
  scope: Scope,
  history: ApiHistory,
  id: string,
): Promise<AppVersion> {
  const app = (await findApp(scope, id)) ?? noApp()
  const version = history.pinned(app.apiVersion)
  const since = new Date(scope.now().getTime() - versionCallsDays * 86_400_000)
  const calls = await callsSince(scope, id, since)
  return {
    appId: id,
    version: version.date,
    newest: history.newest.date,
    deprecated: deprecation(version.deprecated),
    ahead: history.after(version).map(({ date, changes }) => ({
      version: date,
      changes: changes.map((change) => ({ ...change, operations: [...change.operations] })),
    })),
    rollBack: await wayBack(scope, id),
    calls: calls.map((row) => calledOf(history, row)),
  }
}

/** What changes nothing leaves nothing behind. */
export async function upgradeVersion(
  scope: Scope,
  history: ApiHistory,
  { id, wanted, seen }: { readonly id: string; readonly wanted: string | undefined; seen: Seen },
): Promise<App> {
  const before = (await lockApp(scope, id)) ?? noApp()
  requireRevision(seen, before.revision)
  const version = history.named(wanted ?? history.newest.date)
  if (!version) {
    const known = history.versions.map(({ date }) => date).join(', ')
    throw invalid('#/version', `is no version of the API; there are ${known}`)
  }
  if (version.date === before.apiVersion) return before
  if (version.date < before.apiVersion) {
    throw invalid(
      '#/version',
      'is older than the one that the app speaks, and is only rolled back to',
    )
  }
  const after = await writeApp(scope, before, {
    api_version: version.date,
    former_api_version: before.apiVersion,
    api_version_since: scope.now(),
  })
  await tell(scope, appEvents.updated, after, before, 'apps.version-upgraded')
  return after
}

export async function rollBackVersion(scope: Scope, id: string, seen: Seen): Promise<App> {
  const before = (await lockApp(scope, id)) ?? noApp()
  requireRevision(seen, before.revision)
  const way = await wayBack(scope, id)
  if (!way) {
    throw new Problem('conflict', {
      detail: `An app goes back within ${rollBackHours} hours of its upgrade, and once. There is no way back now.`,
    })
  }
  const after = await writeApp(scope, before, {
    api_version: way.to,
    former_api_version: null,
    api_version_since: scope.now(),
  })
  await tell(scope, appEvents.updated, after, before, 'apps.version-rolled-back')
  return after
}

async function wayBack(scope: Scope, id: string): Promise<AppVersion['rollBack']> {
  const { former_api_version: to, api_version_since: since } = (await formerOf(scope, id)) ?? {}
  if (!to || !since) return null
  const until = new Date(since.getTime() + rollBackHours * 3_600_000)
  return until > scope.now() ? { to, until: until.toISOString() } : null
}

const deprecation = (one: Deprecated | undefined): AppVersion['deprecated'] =>
  one ? { since: one.since, sunset: one.sunset ?? null } : null

function calledOf(
  history: ApiHistory,
  { operation, version: date, requests, last_at: lastAt }: CalledRow,
): AppVersion['calls'][number] {
  const version = history.pinned(date)
  const endpoint = endpointOf(operation)
  return {
    operation,
    method: endpoint?.method ?? '',
    path: endpoint ? `/v1${endpoint.path}` : '',
    version: date,
    requests: Number(requests),
    lastAt: lastAt.toISOString(),
    changes: history.changesOf(version, operation).map(({ id }) => id),
    deprecated: deprecation(sooner(endpoint?.options.deprecated, version.deprecated)),
  }
}

/** One that is gone since it was called has its name alone. */
function endpointOf(operation: string) {
  const [area = '', verb = ''] = operation.split('.')
  return (contract as Readonly<Record<string, Area | undefined>>)[area]?.[verb]
}
