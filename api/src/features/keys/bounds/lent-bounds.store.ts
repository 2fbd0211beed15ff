import type { Scope } from '../../../core/scope/index.ts'

/** The place of the first range that lies in none of the others, counted from 0. */
export async function firstOutside(
  scope: Scope,
  ranges: readonly string[],
  others: readonly string[],
): Promise<number | null> {
  const { rows } = await scope.db.raw<{ place: number | null }>(
    `select min(place)::integer - 1 as place
     from unnest(?::cidr[]) with ordinality as wanted (range, place)
     where not exists (select from unnest(?::cidr[]) as other where wanted.range <<= other)`,
    [[...ranges], [...others]],
  )
  return rows[0]?.place ?? null
}
