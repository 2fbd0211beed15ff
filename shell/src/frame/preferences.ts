import type { Appearance, Environment } from '@sonaqor/module'
import { useState } from 'react'
import { keep, readKept, type Keeper } from './kept.ts'

/** What a person has chosen. */
export interface Preferences {
  readonly environment: Environment
  readonly theme: Appearance['theme']
  /** Whether keys do something without Ctrl or ⌘. */
  readonly singleKeys: boolean
}

/** The environment is chosen for each tenant: one may be live long before the other. */
interface Kept {
  readonly environments: Readonly<Record<string, Environment>>
  readonly theme: Preferences['theme']
  readonly singleKeys: boolean
}

export interface Place {
  readonly tenantId: string
  /** Those that the person may see there. */
  readonly environments: readonly Environment[]
  /** What the address asks for, before anything else. */
  readonly asked?: string | undefined
}

const name = 'sonaqor-preferences'

/**
 * A tab keeps its own, so that two tabs may look at two environments. What was chosen last in any of
 * them is what a new tab begins with.
 */
export function usePreferences(place: Place): [Preferences, (part: Partial<Preferences>) => void] {
  const [preferences, set] = useState(() => preferencesAt(place))
  const change = (part: Partial<Preferences>) => {
    const next = { ...preferences, ...part }
    set(next)
    for (const keeper of ['tab', 'browser'] as const) remember(keeper, place.tenantId, next)
  }
  return [preferences, change]
}

function preferencesAt({ tenantId, environments, asked }: Place): Preferences {
  const [tab, browser] = [read('tab'), read('browser')]
  const wanted = [asked, tab.environments?.[tenantId], browser.environments?.[tenantId], 'sandbox']
  const [only = 'sandbox'] = environments
  return {
    environment: wanted.find((one) => isAmong(environments, one)) ?? only,
    theme: themeOf(tab.theme) ?? themeOf(browser.theme) ?? 'auto',
    singleKeys: browser.singleKeys !== false,
  }
}

export function isAmong(
  environments: readonly Environment[],
  wanted: string | undefined,
): wanted is Environment {
  return environments.some((environment) => environment === wanted)
}

function remember(keeper: Keeper, tenantId: string, { environment, ...others }: Preferences): void {
  const environments = { ...read(keeper).environments, [tenantId]: environment }
  keep(keeper, name, { ...others, environments } satisfies Kept)
}

function read(keeper: Keeper): Partial<Kept> {
  const kept = readKept(keeper, name)
  return typeof kept === 'object' && kept !== null ? kept : {}
}

const themeOf = (theme: unknown) =>
  (['light', 'dark', 'auto'] as const).find((known) => known === theme)
