import type { Appearance, Environment, ProjectRef } from '@sonaqor/module'
import { useRef, useState } from 'react'
import { keep, readKept, type Keeper } from './kept.ts'

/** What a person has chosen. */
export interface Preferences {
  readonly environment: Environment
  /** The project that is looked at alone; all of them without one. */
  readonly project: ProjectRef | undefined
  readonly theme: Appearance['theme']
  /** Whether keys do something without Ctrl or ⌘. */
  readonly singleKeys: boolean
}

/** Where one looks is chosen for each tenant: one may be live long before the other. */
interface Kept {
  readonly environments: Readonly<Record<string, Environment>>
  /** Nothing of a tenant where nobody has chosen yet; `null` where all were chosen. */
  readonly projects: Readonly<Record<string, ProjectRef | null>>
  readonly theme: Preferences['theme']
  readonly singleKeys: boolean
}

export interface Place {
  readonly tenantId: string
  /** Those that the person may see there. */
  readonly environments: readonly Environment[]
  /** Whether the person may see projects; who may not could never widen what is narrowed. */
  readonly seesProjects: boolean
  /** What the address asks for, before anything else. */
  readonly asked?: Asked
}

export interface Asked {
  readonly environment?: string | undefined
  /** The id of a project, or that it is all of them. */
  readonly project?: string | undefined
}

/** What stands in the address where no project is looked at alone. */
export const allProjects = 'all'

const name = 'sonaqor-preferences'

/**
 * A tab keeps its own, so that two tabs may look at two environments. What was chosen last in any of
 * them is what a new tab begins with.
 */
export function usePreferences(place: Place): [Preferences, (part: Partial<Preferences>) => void] {
  const [preferences, set] = useState(() => preferencesAt(place))
  // An address may change two of them at once; the second must not take back the first.
  const last = useRef(preferences)
  const change = (part: Partial<Preferences>) => {
    const next = { ...last.current, ...part }
    last.current = next
    set(next)
    for (const keeper of ['tab', 'browser'] as const) remember(keeper, place.tenantId, next)
  }
  return [preferences, change]
}

function preferencesAt({ tenantId, environments, seesProjects, asked = {} }: Place): Preferences {
  const kept = [read('tab'), read('browser')] as const
  const [tab, browser] = kept
  const wanted = [asked.environment, ...kept.map((one) => one.environments?.[tenantId]), 'sandbox']
  const [only = 'sandbox'] = environments
  return {
    environment: wanted.find((one) => isAmong(environments, one)) ?? only,
    project: seesProjects
      ? projectAt(
          asked.project,
          kept.map((one) => one.projects?.[tenantId]),
        )
      : undefined,
    theme: themeOf(tab.theme) ?? themeOf(browser.theme) ?? 'auto',
    singleKeys: browser.singleKeys !== false,
  }
}

/** Whether nothing says yet where to look in a tenant: no address, and no choice kept in this browser. */
export function looksAnewAt({ tenantId, asked }: Place): boolean {
  const isKept = (keeper: Keeper) => read(keeper).environments?.[tenantId] !== undefined
  return !asked?.environment && !asked?.project && !isKept('tab') && !isKept('browser')
}

export function isAmong(
  environments: readonly Environment[],
  wanted: string | undefined,
): wanted is Environment {
  return environments.some((environment) => environment === wanted)
}

/** A project that the address alone tells of has no name yet. */
function projectAt(
  asked: string | undefined,
  kept: readonly (ProjectRef | null | undefined)[],
): ProjectRef | undefined {
  const known = kept.find((one) => (asked ? one?.id === asked : one !== undefined)) ?? undefined
  return known ?? (isProjectId(asked) ? { id: asked, name: '' } : undefined)
}

/** An address may hold anything. */
export function isProjectId(asked: string | undefined): asked is string {
  return asked !== undefined && /^[\da-f-]{36}$/.test(asked)
}

function remember(keeper: Keeper, tenantId: string, preferences: Preferences): void {
  const { environment, project = null, ...others } = preferences
  const { environments, projects } = read(keeper)
  keep(keeper, name, {
    ...others,
    environments: { ...environments, [tenantId]: environment },
    projects: { ...projects, [tenantId]: project },
  } satisfies Kept)
}

function read(keeper: Keeper): Partial<Kept> {
  const kept = readKept(keeper, name)
  return typeof kept === 'object' && kept !== null ? kept : {}
}

const themeOf = (theme: unknown) =>
  (['light', 'dark', 'auto'] as const).find((known) => known === theme)
