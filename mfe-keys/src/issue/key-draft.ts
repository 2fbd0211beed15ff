import type { NewKey } from '@sonaqor/contract/keys'
import type { Say } from '@sonaqor/module/texts'
import { addressesIn, faultInAddresses } from '../care/bounds/bounds-draft.ts'
import { faultInPace, paceOf } from '../care/bounds/pace.ts'
import { endOf, faultInExpiry, type Expiry } from '../expiry/expiry.ts'
import * as texts from '../texts/en.ts'

export type ScopeChoice = NewKey['scopes'][number]

/** What has been filled in so far. */
export interface KeyDraft {
  readonly label: string
  readonly appId: string
  readonly scopes: readonly ScopeChoice[]
  readonly expiry: Expiry
  /** As they were typed, divided by lines, spaces or commas. */
  readonly addresses: string
  /** Empty where it may ask as often as every key. */
  readonly pace: string
}

/** What is missing or cannot be meant, by field; nothing is wrong when it is empty. */
export function faultsInDraft(
  draft: KeyDraft,
  nowMs: number,
  say: Say,
): Readonly<Record<string, string>> {
  const expiresAt = faultInExpiry(draft.expiry, nowMs, say)
  const ipAllowlist = faultInAddresses(draft.addresses, say)
  const requestsPerMinute = faultInPace(draft.pace, say)
  return {
    ...(draft.label.trim() === '' && { label: say(texts.labelMissing) }),
    ...(expiresAt && { expiresAt }),
    ...(ipAllowlist && { ipAllowlist }),
    ...(requestsPerMinute && { requestsPerMinute }),
    ...(draft.scopes.length === 0 && { scopes: say(texts.scopesMissing) }),
  }
}

/** Whether somebody would miss it: what was written or ticked, not what was preselected. */
export const isBegun = ({ label, scopes, addresses, pace }: KeyDraft) =>
  (label + addresses + pace).trim() !== '' || scopes.length > 0

/** The request that a draft stands for; its end is counted from when the form was opened. */
export function newKeyOf(draft: KeyDraft, openedAtMs: number): NewKey {
  const expiresAt = endOf(draft.expiry, openedAtMs)
  const ipAllowlist = [...addressesIn(draft.addresses)]
  const requestsPerMinute = paceOf(draft.pace)
  return {
    label: draft.label.trim(),
    appId: draft.appId,
    scopes: [...draft.scopes],
    ...(expiresAt && { expiresAt }),
    ...(ipAllowlist.length > 0 && { ipAllowlist }),
    ...(requestsPerMinute !== null && { requestsPerMinute }),
  }
}
