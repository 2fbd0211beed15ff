/** Which versions of the API are spoken, and what lies between each of them and today. */
import { apiVersions, type ApiChange, type ApiVersion } from '@sonaqor/contract/api-versions'
import type { Change, SpokenBefore } from './change.ts'
import { changes as allChanges } from './changes/index.ts'
import { composed } from './composed.ts'

export interface ApiHistory {
  readonly versions: readonly ApiVersion[]
  readonly newest: ApiVersion
  /** The version of that day, if there is one. */
  named(date: string): ApiVersion | undefined
  /** The one that who was pinned to that day speaks: where it is spoken no more, the next after it. */
  pinned(date: string | undefined): ApiVersion
  /** The newer ones, the oldest first. */
  after(version: ApiVersion): readonly ApiVersion[]
  /** What the newer ones change of an operation. */
  changesOf(version: ApiVersion, operation: string): readonly ApiChange[]
  /** How an operation is spoken in a version; nothing where it is as today. */
  spoken(version: ApiVersion, operation: string): SpokenBefore | undefined
}

/** Refuses a history that contradicts itself when the process starts, and not at some call. */
export function createHistory(
  versions: readonly ApiVersion[],
  changes: readonly Change[],
): ApiHistory {
  const newest = versions.at(-1)
  if (!newest) throw new Error('the API has no version')
  requireOrder(versions)
  const byId = requireAll(versions, changes)
  const after = (version: ApiVersion) => versions.slice(versions.indexOf(version) + 1)
  const changesOf = (version: ApiVersion, operation: string) =>
    after(version)
      .flatMap((newer) => newer.changes)
      .filter(({ operations }) => operations.includes(operation))
  const known = new Map<string, SpokenBefore | undefined>()
  return {
    versions,
    newest,
    named: (date) => versions.find((one) => one.date === date),
    pinned: (date) => (date && versions.find((one) => one.date >= date)) || newest,
    after,
    changesOf,
    spoken(version, operation) {
      if (version === newest) return undefined
      const key = `${version.date} ${operation}`
      if (!known.has(key)) {
        const steps = changesOf(version, operation).flatMap(
          ({ id }) => byId.get(id)?.operations[operation] ?? [],
        )
        known.set(key, composed(steps))
      }
      return known.get(key)
    },
  }
}

function requireOrder(versions: readonly ApiVersion[]): void {
  for (const [place, { date }] of versions.entries()) {
    const before = versions[place - 1]?.date
    if (before !== undefined && before >= date) throw new Error(`${date} stands after ${before}`)
  }
}

/** What the contract promises to go on speaking, somebody speaks, and nobody speaks more. */
function requireAll(
  versions: readonly ApiVersion[],
  changes: readonly Change[],
): ReadonlyMap<string, Change> {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const told = versions.flatMap((version) => version.changes)
  for (const { id, operations } of told) {
    const spoken = Object.keys(byId.get(id)?.operations ?? {})
    if (spoken.toSorted().join() !== operations.toSorted().join()) {
      throw new Error(`the change ${id} of the API is not spoken for ${operations.join(', ')}`)
    }
  }
  const stray = changes.find(({ id }) => told.every((one) => one.id !== id))
  if (stray) throw new Error(`the change ${stray.id} belongs to no version of the API`)
  return byId
}

/** Ours. */
export const apiHistory = createHistory(apiVersions, allChanges)
