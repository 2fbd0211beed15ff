import { isHeldBy, isRange } from '@sonaqor/contract/ip-range'
import type { KeyChange } from '@sonaqor/contract/key-bounds'
import type { Key } from '@sonaqor/contract/keys'
import type { Say } from '@sonaqor/module/texts'
import { endOf, faultInExpiry, kept, type Expiry } from '../../expiry/expiry.ts'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import { faultInPace, paceOf } from './pace.ts'

/** What a key is held to, as it is written. */
export interface BoundsDraft {
  readonly label: string
  /** As they were typed, divided by lines, spaces or commas. */
  readonly addresses: string
  /** Empty where it may ask as often as every key. */
  readonly pace: string
  readonly scopes: readonly string[]
  readonly expiry: Expiry
  /** A while until its end is counted from then. */
  readonly openedAtMs: number
}

export const draftOf = (key: Key, openedAtMs: number): BoundsDraft => ({
  label: key.label,
  addresses: key.ipAllowlist.join('\n'),
  pace: key.requestsPerMinute === null ? '' : String(key.requestsPerMinute),
  scopes: key.scopes,
  expiry: kept,
  openedAtMs,
})

export const addressesIn = (text: string): readonly string[] =>
  text.split(/[\s,;]+/).filter(Boolean)

/** Each address that is none, and in which line it stands; a paste may be wrong all over. */
export function faultInAddresses(text: string, say: Say): string | undefined {
  const strange = text.split('\n').flatMap((line, place) =>
    addressesIn(line)
      .filter((one) => !isRange(one))
      .map((address) => say(care.addressAt, { line: place + 1, address })),
  )
  if (strange.length === 0) return undefined
  const named = strange.slice(0, namedAtMost).join('; ')
  const more = strange.length - namedAtMost
  return say(more > 0 ? care.moreAddressesStrange : care.addressesStrange, {
    named,
    more,
    count: strange.length,
  })
}

/** More than these are not mended from a sentence. */
const namedAtMost = 5

/** So many lines show all that was written, and one to go on; a long list is scrolled. */
export const linesFor = (text: string) => Math.min(12, Math.max(3, text.split('\n').length + 1))

export type BoundsChange = Omit<KeyChange, 'confirm'>

/** What is changed by it; what stays as it is is left out, for a label alone asks for no second factor. */
export function changeIn(key: Key, draft: BoundsDraft): BoundsChange {
  const label = draft.label.trim()
  const ipAllowlist = addressesIn(draft.addresses)
  const requestsPerMinute = paceOf(draft.pace)
  const scopes = key.scopes.filter((scope) => draft.scopes.includes(scope))
  const expiresAt = endOf(draft.expiry, draft.openedAtMs)
  return {
    ...(label !== key.label && { label }),
    ...(scopes.length < key.scopes.length && {
      scopes: scopes as NonNullable<KeyChange['scopes']>,
    }),
    ...(ipAllowlist.join() !== key.ipAllowlist.join() && { ipAllowlist: [...ipAllowlist] }),
    ...(requestsPerMinute !== key.requestsPerMinute && { requestsPerMinute }),
    ...(expiresAt !== undefined && expiresAt !== key.expiresAt && { expiresAt }),
  }
}

/** What would put it back, unless it took a scope away: a key never gains one. */
export function wayBack(before: Key, change: BoundsChange): BoundsChange | undefined {
  if (change.scopes) return undefined
  const { label, ipAllowlist, requestsPerMinute, expiresAt } = before
  return {
    ...(change.label !== undefined && { label }),
    ...(change.ipAllowlist && { ipAllowlist }),
    ...(change.requestsPerMinute !== undefined && { requestsPerMinute }),
    ...(change.expiresAt !== undefined && { expiresAt }),
  }
}

/** What cannot be meant, by field; nothing is wrong when it is empty. */
export function faultsInBounds(draft: BoundsDraft, say: Say): Readonly<Record<string, string>> {
  const ipAllowlist = faultInAddresses(draft.addresses, say)
  const requestsPerMinute = faultInPace(draft.pace, say)
  const expiresAt = faultInExpiry(draft.expiry, draft.openedAtMs, say)
  return {
    ...(draft.label.trim() === '' && { label: say(texts.labelMissing) }),
    ...(expiresAt && { expiresAt }),
    ...(ipAllowlist && { ipAllowlist }),
    ...(requestsPerMinute && { requestsPerMinute }),
    ...(draft.scopes.length === 0 && { scopes: say(texts.scopesMissing) }),
  }
}

/**
 * The address that the key was used from last, where the list that is written does not hold it: whoever
 * uses it there is shut out by the next request.
 */
export function shutOutBy(key: Key, draft: BoundsDraft): string | undefined {
  const ranges = addressesIn(draft.addresses)
  const { lastUsedIp, ipAllowlist } = key
  if (ranges.length === 0 || lastUsedIp === null || isHeldBy(ranges, lastUsedIp)) return undefined
  return ranges.join() === ipAllowlist.join() ? undefined : lastUsedIp
}

const soonMs = 7 * 24 * 3_600_000

/** When a key that is in use ends within a week, and did not before: there is little time to replace it. */
export function endsSoonBy(key: Key, draft: BoundsDraft): string | undefined {
  const end = endOf(draft.expiry, draft.openedAtMs)
  if (!end || !key.lastUsedAt || Date.parse(end) - draft.openedAtMs > soonMs) return undefined
  return key.expiresAt !== null && key.expiresAt <= end ? undefined : end
}
