/** Choices as rows: those of a person through doors of the directory, those in a tenant under its policy. */
import type { Environment } from '@sonaqor/contract/access'
import type { DashboardPreferences } from '@sonaqor/contract/preferences'
import type { Scope } from '../../core/scope/index.ts'

export interface PersonRow {
  readonly theme: DashboardPreferences['theme'] | null
  readonly language: DashboardPreferences['language'] | null
  readonly single_keys: boolean | null
}

export interface MemberRow {
  readonly tenant_id: string
  readonly member_id: string
  readonly looks_at: Environment | null
  readonly project_id: string | null
}

export async function ofPerson(scope: Scope, session: string): Promise<PersonRow | undefined> {
  const [row] = await scope.through<PersonRow>('directory.own_preferences', session, scope.now())
  return row
}

export async function keepOfPerson(
  scope: Scope,
  session: string,
  { theme, language, singleKeys }: DashboardPreferences,
): Promise<void> {
  const given = [theme, language, singleKeys]
  if (given.every((one) => one === undefined)) return
  const chosen = [theme ?? null, language ?? null, singleKeys ?? null] as const
  await scope.through('directory.put_preferences', session, ...chosen, scope.now())
}

export async function ofMember(scope: Scope, member_id: string): Promise<MemberRow | undefined> {
  return scope
    .db<MemberRow>('member_preferences')
    .where({ tenant_id: scope.tenantId, member_id })
    .first()
}

export async function keepOfMember(
  scope: Scope,
  member_id: string,
  { environment, projectId }: DashboardPreferences,
): Promise<void> {
  const chosen = {
    ...(environment && { looks_at: environment }),
    ...(projectId !== undefined && { project_id: projectId }),
  }
  if (Object.keys(chosen).length === 0) return
  await scope
    .db<MemberRow>('member_preferences')
    .insert({ tenant_id: scope.tenantId, member_id, ...chosen })
    .onConflict(['tenant_id', 'member_id'])
    .merge(chosen)
}
