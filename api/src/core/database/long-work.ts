/** What takes long may hold half of the connections of a pool: the others are for what is soon done. */
import type { Pool } from 'pg'

const atWork = new WeakMap<Pool, number>()

/** Says how to tell of its end; nothing where as many go on already. */
export function beginLongWork(pool: Pool): (() => void) | undefined {
  const count = atWork.get(pool) ?? 0
  if (count >= Math.floor(pool.options.max / 2)) return undefined
  atWork.set(pool, count + 1)
  return () => atWork.set(pool, (atWork.get(pool) ?? 1) - 1)
}
