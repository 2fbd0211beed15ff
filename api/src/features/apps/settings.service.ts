/** The settings of an app: changed one by one, or taken over from the other environment. */
import {
  appEvents,
  settingNames,
  type App,
  type AppComparison,
  type apps,
  type ChangedApp,
  type SettingName,
} from '@sonaqor/contract/apps'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { keysOfApp, pagesOfApp } from '../../core/access/index.ts'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { allowlistOf, warningsOf, type Manner } from './allowlist.service.ts'
import { invalid, nameTaken, noApp, tell } from './apps.service.ts'
import * as store from './apps.store.ts'
import { findApp } from './apps.view.ts'
import { requirePace } from './pace.service.ts'

type AppChange = InputOf<typeof apps.update>['body']

export async function updateApp(
  scope: Scope,
  id: string,
  { name, origins, ipAllowlist, requestsPerMinute, confirm = false }: AppChange,
  seen: Seen,
): Promise<ChangedApp> {
  const before = (await store.lockApp(scope, id)) ?? noApp()
  requireRevision(seen, before.revision)
  const wanted = {
    ...before,
    ...(name === undefined ? {} : { name }),
    ...(origins ? { origins: [...new Set(origins)] } : {}),
    ...(ipAllowlist ? { ipAllowlist: allowlistOf(ipAllowlist) } : {}),
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
  }
  return change(scope, before, wanted, { isConfirmed: confirm, isTakenOver: false })
}

export async function compareApps(scope: Scope, one: string, other: string) {
  const a = (await findApp(scope, one)) ?? noApp()
  const b = (await findApp(scope, other)) ?? noApp()
  requirePair(a, b, '?b')
  return { a, b, differences: differencesOf(a, b) }
}

type Promotion = InputOf<typeof apps.promote>['body']

/** One act: what was seen of both is what is done, or nothing is. */
export async function promoteApp(
  scope: Scope,
  id: string,
  { from, fields, revision, confirm = false }: Promotion,
  seen: Seen,
): Promise<ChangedApp> {
  const before = (await store.lockApp(scope, id)) ?? noApp()
  requireRevision(seen, before.revision)
  const source = await findApp(scope, from)
  if (!source) throw invalid('#/from', 'is not one of your apps')
  requirePair(source, before, '#/from')
  if (revision !== undefined) requireRevision([`"${revision}"`], source.revision)
  const wanted = { ...before, ...Object.fromEntries(fields.map((field) => [field, source[field]])) }
  return change(scope, before, wanted, { isConfirmed: confirm, isTakenOver: true })
}

/** Two apps of one project, one in each environment: whatever else is compared has other settings. */
function requirePair(a: App, b: App, pointer: string): void {
  if (a.projectId !== b.projectId) throw invalid(pointer, 'is an app of another project')
  if (a.environment === b.environment) throw invalid(pointer, 'is in the same environment')
}

export function differencesOf(
  a: Pick<App, SettingName>,
  b: Pick<App, SettingName>,
): AppComparison['differences'] {
  return settingNames
    .filter((field) => !isSame(a[field], b[field]))
    .map((field) => ({ field, a: a[field], b: b[field] }))
}

const isSame = (one: string | string[], other: string | string[]) =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
const inOrder = (value: string | string[]) => (typeof value === 'string' ? value : value.toSorted())

/** What changes nothing leaves nothing behind, and warns of nothing. */
async function change(scope: Scope, before: App, wanted: App, manner: Manner): Promise<ChangedApp> {
  const changed = differencesOf(before, wanted).map(({ field }) => field)
  const isPaced = before.requestsPerMinute !== wanted.requestsPerMinute
  if (changed.length === 0 && !isPaced) return { ...before, warnings: [] }
  if (isPaced) await requirePace(scope, before, wanted)
  const movesWall = changed.includes('ipAllowlist')
  const warnings = movesWall ? await warningsOf(scope, wanted, manner) : []
  if (changed.includes('name') && (await store.isNameTaken(scope, wanted))) nameTaken()
  const after = await store.writeApp(scope, before, {
    name: wanted.name,
    origins: wanted.origins,
    ip_allowlist: wanted.ipAllowlist,
    requests_per_minute: wanted.requestsPerMinute,
  })
  const action = manner.isTakenOver ? 'apps.promoted' : undefined
  await tell(scope, appEvents.updated, after, before, action)
  // A page that may stay comes back at once.
  if (before.origins.some((origin) => !after.origins.includes(origin))) {
    await scope.closeSockets(pagesOfApp(after.id))
  }
  // Whoever listens from within the new ranges comes back at once.
  if (movesWall && after.ipAllowlist.length > 0) await scope.closeSockets(keysOfApp(after.id))
  return { ...after, warnings }
}
