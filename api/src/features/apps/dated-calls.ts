/** Counts what keys ask that a newer version of the API changes, or that is deprecated. */
import { counting } from '../../core/traffic/index.ts'
import { addDatedCalls, type DatedCall } from './version.store.ts'

export const datedCalls = counting<DatedCall>({
  read: ({ principal, dialect, at }) => {
    if (principal.kind !== 'key' || !dialect) return []
    const { operation, version, changes, deprecated } = dialect
    const [appId] = principal.appIds
    if (appId === undefined || (changes.length === 0 && !deprecated)) return []
    return [{ appId, operation, version, day: at.toISOString().slice(0, 10) }]
  },
  write: addDatedCalls,
})
