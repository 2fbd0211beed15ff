/** What somebody has chosen of the dashboard: each choice by itself, so that none takes back another. */
import type { DashboardPreferences } from '@sonaqor/contract/preferences'
import type { Scope } from '../../core/scope/index.ts'
import { requireMember } from '../access/index.ts'
import * as store from './preferences.store.ts'

export async function showPreferences(scope: Scope): Promise<DashboardPreferences> {
  const { sessionId, id } = requireMember(scope.principal)
  const own = await store.ofPerson(scope, sessionId)
  const here = await store.ofMember(scope, id)
  return {
    theme: own?.theme ?? undefined,
    language: own?.language ?? undefined,
    singleKeys: own?.single_keys ?? undefined,
    environment: here?.looks_at ?? undefined,
    projectId: here?.project_id ?? undefined,
  }
}

export async function savePreferences(
  scope: Scope,
  chosen: DashboardPreferences,
): Promise<DashboardPreferences> {
  const { sessionId, id } = requireMember(scope.principal)
  await store.keepOfPerson(scope, sessionId, chosen)
  await store.keepOfMember(scope, id, chosen)
  return showPreferences(scope)
}
