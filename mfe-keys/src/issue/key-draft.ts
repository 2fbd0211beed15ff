import type { NewKey } from '@sonaqor/contract/keys'
import type { Text } from '@sonaqor/module/texts'
import * as texts from '../texts/en.ts'

export type ScopeChoice = NewKey['scopes'][number]

/** What has been filled in so far. */
export interface KeyDraft {
  readonly label: string
  readonly appId: string
  readonly scopes: readonly ScopeChoice[]
  readonly lifetime: Lifetime
  /** As they were typed, divided by lines, spaces or commas. */
  readonly addresses: string
}

const dayMs = 24 * 3_600_000

/** How long a key may live, in days; without an end it lives until it is revoked. */
export const lifetimes = {
  unending: undefined,
  week: 7,
  month: 30,
  quarter: 90,
  year: 365,
} as const

export type Lifetime = keyof typeof lifetimes

/** When a key ends that lives so long; nothing where it lives until it is revoked. */
export function expiryOf(lifetime: Lifetime, fromMs: number): string | undefined {
  const days = lifetimes[lifetime]
  return days && new Date(fromMs + days * dayMs).toISOString()
}

/** What is missing, by field; nothing is missing when it is empty. */
export function faultsInDraft(draft: KeyDraft): Readonly<Record<string, Text>> {
  return {
    ...(draft.label.trim() === '' && { label: texts.labelMissing }),
    ...(draft.scopes.length === 0 && { scopes: texts.scopesMissing }),
  }
}

/** Whether somebody would miss it: what was written or ticked, not what was preselected. */
export const isBegun = ({ label, scopes, addresses }: KeyDraft) =>
  (label + addresses).trim() !== '' || scopes.length > 0

/** The request that a draft stands for; its end is counted from when the form was opened. */
export function newKeyOf(draft: KeyDraft, openedAtMs: number): NewKey {
  const expiresAt = expiryOf(draft.lifetime, openedAtMs)
  const ipAllowlist = draft.addresses.split(/[\s,;]+/).filter(Boolean)
  return {
    label: draft.label.trim(),
    appId: draft.appId,
    scopes: [...draft.scopes],
    ...(expiresAt && { expiresAt }),
    ...(ipAllowlist.length > 0 && { ipAllowlist }),
  }
}
