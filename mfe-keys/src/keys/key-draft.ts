import type { NewKey } from '@sonaqor/contract/keys'

export type ScopeChoice = NewKey['scopes'][number]

/** What has been filled in so far. */
export interface KeyDraft {
  readonly label: string
  readonly appId: string
  readonly scopes: readonly ScopeChoice[]
  readonly lifetime: Lifetime
}

const dayMs = 24 * 3_600_000

/** How long a key may live, in days; without an end it lives until it is revoked. */
export const lifetimes = [
  { value: 'unending', label: 'Until it is revoked', days: undefined },
  { value: 'week', label: '7 days', days: 7 },
  { value: 'month', label: '30 days', days: 30 },
  { value: 'quarter', label: '90 days', days: 90 },
  { value: 'year', label: '1 year', days: 365 },
] as const

export type Lifetime = (typeof lifetimes)[number]['value']

/** What is missing, by field and in words; nothing is missing when it is empty. */
export function faultsInDraft(draft: KeyDraft): Readonly<Record<string, string>> {
  return {
    ...(draft.label.trim() === '' && { label: 'Say where the key will be used.' }),
    ...(draft.scopes.length === 0 && { scopes: 'Choose at least one scope.' }),
  }
}

/** The request that a draft stands for; its end is counted from when the form was opened. */
export function newKeyOf(draft: KeyDraft, openedAtMs: number): NewKey {
  const days = lifetimes.find(({ value }) => value === draft.lifetime)?.days
  return {
    label: draft.label.trim(),
    appId: draft.appId,
    scopes: [...draft.scopes],
    ...(days && { expiresAt: new Date(openedAtMs + days * dayMs).toISOString() }),
  }
}
