/** The place in the midst of a transaction at which a request that is told to wait does so. */
import type { Pool } from 'pg'
import type { Scope } from '../../core/scope/index.ts'
import { until } from '../until.ts'

/** No lock of the product has this number. */
const place = 8_152_001

/** Goes right on, unless a test holds it: then for as long as it does, whatever else may wait how long. */
export async function passPlace({ db }: Scope): Promise<void> {
  await db.raw(
    `select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`,
  )
  await db.raw('select pg_advisory_xact_lock_shared(?)', [place])
}

/** Whoever comes to the place is held there, so that no test has to guess how long a request takes. */
export async function holdRequests(db: Pool) {
  const holder = await db.connect()
  await holder.query('select pg_advisory_lock($1)', [place])
  return {
    /** Until somebody is there. */
    arrived: () =>
      until(async () => {
        const { rowCount } = await holder.query(
          `select 1 from pg_locks join pg_database d on d.oid = database
           where datname = current_database() and objid = $1 and not granted`,
          [place],
        )
        return rowCount === 1
      }),
    letGo: async () => {
      await holder.query('select pg_advisory_unlock($1)', [place])
      holder.release()
    },
  }
}
