/** Links to files: whose each is, and whether it was followed. */
import type { Scope } from '../../core/scope/index.ts'
import type { LinkMaker } from './links.ts'

interface LinkRow {
  readonly tenant_id: string
  readonly id: string
  readonly job_id: string
  readonly made_by: LinkMaker
  readonly expires_at: Date
  readonly used_at: Date | null
}

type NamedLink = Pick<LinkRow, 'id' | 'job_id'>

const links = (db: Scope['db'], tenantId: string) =>
  db<LinkRow>('export_links').where({ tenant_id: tenantId })

export async function insertLink(
  scope: Scope,
  link: Pick<LinkRow, 'id' | 'job_id' | 'made_by' | 'expires_at'>,
): Promise<void> {
  await scope.db<LinkRow>('export_links').insert({ ...link, tenant_id: scope.tenantId })
}

/** One that nobody has used yet, within its time. */
export async function findLink(scope: Scope, link: NamedLink): Promise<LinkRow | undefined> {
  return links(scope.db, scope.tenantId)
    .where({ ...link, used_at: null })
    .where('expires_at', '>', scope.now())
    .first()
}

/** Uses it up, in a transaction of its own: of two that follow it at once one does. */
export async function useLink(scope: Scope, link: NamedLink): Promise<boolean> {
  return scope.keep(async (db) => {
    const used = await links(db, scope.tenantId)
      .where({ ...link, used_at: null })
      .where('expires_at', '>', scope.now())
      .update({ used_at: scope.now() })
    return used === 1
  })
}

export async function deleteLinks(scope: Scope, before: Date): Promise<void> {
  await links(scope.db, scope.tenantId).where('expires_at', '<', before).delete()
}
