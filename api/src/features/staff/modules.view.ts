/** Which modules there are, whose tokens publish them, and what was done last. */
import type { Scope } from '../../core/scope/index.ts'
import { requireStaff } from './staff-principal.ts'

export interface TokenRow {
  readonly id: string
  readonly module: string
  readonly made_at: Date
  readonly revoked_at: Date | null
}

export function findTokens(scope: Scope): Promise<TokenRow[]> {
  const session = requireStaff(scope.principal).session.id
  return scope.through<TokenRow>('directory.module_tokens', session, scope.now())
}

export interface NewestRow {
  readonly module: string
  readonly version: string
  readonly published_at: Date
}

/** The newest published release of every module. */
export async function findNewest(scope: Scope): Promise<NewestRow[]> {
  const { rows } = await scope.db.raw<NewestRow>(
    `select distinct on (module) module, version, published_at from releases
     where state = 'published' order by module, place desc`,
  )
  return rows
}

export interface ActRow {
  readonly module: string
  readonly version: string
  readonly act: string
  readonly done_by: string
  readonly done_at: Date
}

/** The newest acts of each module, so that a busy one leaves no other without. */
export async function findActs(
  scope: Scope,
  modules: readonly string[],
  ofEach: number,
): Promise<ActRow[]> {
  const { rows } = await scope.db.raw<ActRow>(
    `select m.module, a.version, a.act, a.done_by, a.done_at
     from unnest(?::text[]) m (module) cross join lateral (
       select r.version, a.act, a.done_by, a.done_at
       from releases r join release_acts a on a.release_id = r.id
       where r.module = m.module
       order by a.done_at desc, a.id desc limit ?) a`,
    [modules, ofEach],
  )
  return rows
}

/** When each token did something last, by its id. */
export async function findLastUses(
  scope: Scope,
  tokens: readonly TokenRow[],
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await scope.db.raw<{ token_id: string; last_at: Date }>(
    `select token_id, max(done_at) as last_at from release_acts
     where token_id = any (?) group by token_id`,
    [tokens.map(({ id }) => id)],
  )
  return new Map(rows.map(({ token_id, last_at }) => [token_id, last_at]))
}
