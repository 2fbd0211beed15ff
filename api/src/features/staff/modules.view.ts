/** Which modules there are, whose tokens publish them, and what was done last. */
import type { StaffModule } from '@sonaqor/contract/staff'
import type { Scope } from '../../core/scope/index.ts'
import { requireStaff } from './staff-principal.ts'

const actsShown = 10

interface TokenRow {
  readonly id: string
  readonly module: string
  readonly made_at: Date
  readonly revoked_at: Date | null
}

interface ActRow {
  readonly module: string
  readonly version: string
  readonly act: string
  readonly done_by: string
  readonly done_at: Date
}

interface NewestRow {
  readonly module: string
  readonly version: string
  readonly published_at: Date
}

export async function listModules(scope: Scope): Promise<StaffModule[]> {
  const session = requireStaff(scope.principal).session.id
  const tokens = await scope.through<TokenRow>('directory.module_tokens', session, scope.now())
  const { rows: newest } = await scope.db.raw<NewestRow>(
    `select distinct on (module) module, version, published_at from releases
     where state = 'published' order by module, place desc`,
  )
  const { rows: acts } = await scope.db.raw<ActRow>(
    `select r.module, r.version, a.act, a.done_by, a.done_at
     from release_acts a join releases r on r.id = a.release_id
     order by a.done_at desc, a.id desc limit 1000`,
  )
  const names = [...new Set([...tokens, ...newest].map(({ module }) => module))].toSorted()
  return names.map((module) => {
    const release = newest.find((one) => one.module === module)
    const done = acts.filter((one) => one.module === module)
    return {
      module,
      newest: release
        ? { version: release.version, publishedAt: release.published_at.toISOString() }
        : null,
      tokens: tokens.filter((one) => one.module === module).map((token) => tokenOf(token, done)),
      acts: done.slice(0, actsShown).map(({ act, version, done_by: by, done_at: at }) => ({
        act,
        version,
        by,
        at: at.toISOString(),
      })),
    }
  })
}

/** What was done names the token's id behind the name of the team. */
function tokenOf(token: TokenRow, acts: readonly ActRow[]): StaffModule['tokens'][number] {
  const last = acts.find(({ done_by: by }) => by.includes(token.id))
  return {
    id: token.id,
    madeAt: token.made_at.toISOString(),
    revokedAt: token.revoked_at?.toISOString() ?? null,
    lastActAt: last?.done_at.toISOString() ?? null,
  }
}
