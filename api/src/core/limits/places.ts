/**
 * Places that are held for a while, and counted over all processes. Each is a row with an end, which the
 * process that holds it puts off as long as it lives: no connection is held for it, and what a process held
 * that is gone is free again within a minute.
 */
import type { Database } from '../database/index.ts'

export interface Holding {
  /** What is held, as `files`. */
  readonly of: string
  readonly subject: string
  /** How many there are. */
  readonly most: number
}

export interface Places {
  /** Takes one of the places of a subject, and says how to give it back; nothing where all are held. */
  take(holding: Holding): Promise<Leave | undefined>
}

/** A second time it does nothing. */
export type Leave = () => void

interface Held {
  readonly of: string
  readonly subject: string
  readonly place: number
  /** As the database wrote it: who finds another end there holds the place no more. */
  until: string
}

const heldSeconds = 60
const putOffMs = 20_000

export function createPlaces(database: Pick<Database, 'query'>): Places {
  const all = new Set<Held>()
  let timer: NodeJS.Timeout | undefined
  let puttingOff = Promise.resolve()

  const begin = () => {
    timer ??= setInterval(() => {
      // It is tried again before any of them ends.
      puttingOff = putOff(database, [...all]).catch(() => undefined)
    }, putOffMs).unref()
  }
  const leave = async (held: Held) => {
    if (!all.delete(held)) return
    if (all.size === 0) timer = clearInterval(timer) as undefined
    await puttingOff
    await giveBack(database, held)
  }
  return {
    async take(holding) {
      const held = await free(database, holding)
      if (!held) return undefined
      all.add(held)
      begin()
      // One that is not given back ends by itself.
      return () => void leave(held).catch(() => undefined)
    },
  }
}

const ends = `date_trunc('milliseconds', clock_timestamp()) + interval '${heldSeconds} seconds'`

/** Any of those that are free, so that two who come at once seldom want the same. */
const taking = `
  with free as (
    select place from generate_series(1, $3::integer) as place
    where not exists (
      select from quota_windows
      where policy = $1 and subject = $2 and window_start = place and expires_at > clock_timestamp()
    )
    order by random() limit 1
  ), got as (
    insert into quota_windows as q (policy, subject, window_start, taken, expires_at)
    select $1, $2, place, 1, ${ends} from free
    on conflict (policy, subject, window_start) do update set expires_at = excluded.expires_at
    where q.expires_at <= clock_timestamp()
    returning window_start as place, expires_at::text as until
  )
  select free.place is not null as "isFree", got.place, got.until
  from (select) as once left join free on true left join got on true`

interface Taking {
  readonly isFree: boolean
  readonly place: number | null
  readonly until: string
}

async function free(
  database: Pick<Database, 'query'>,
  { of, subject, most }: Holding,
): Promise<Held | undefined> {
  for (;;) {
    const [row] = await database.query<Taking>(taking, [of, subject, most])
    if (!row?.isFree) return undefined
    if (row.place !== null) return { of, subject, place: row.place, until: row.until }
    // Another one was quicker; each time so, there is one fewer.
  }
}

/** A row that is gone, as after a crash of the database, is written anew. */
const puttingOffAll = `
  insert into quota_windows as q (policy, subject, window_start, taken, expires_at)
  select distinct held.of, held.subject, held.place, 1, ${ends}
  from jsonb_to_recordset($1::jsonb) as held (of text, subject text, place bigint, until timestamptz)
  order by 1, 2, 3
  on conflict (policy, subject, window_start) do update set expires_at = excluded.expires_at
  where q.expires_at = any (
    select held.until
    from jsonb_to_recordset($1::jsonb) as held (of text, subject text, place bigint, until timestamptz)
    where held.of = q.policy and held.subject = q.subject and held.place = q.window_start
  )
  returning policy as of, subject, window_start as place, expires_at::text as until`

async function putOff(database: Pick<Database, 'query'>, all: readonly Held[]): Promise<void> {
  const rows = await database.query<Held>(puttingOffAll, [JSON.stringify(all)])
  const untils = new Map(rows.map((row) => [nameOf(row), row.until]))
  for (const held of all) held.until = untils.get(nameOf(held)) ?? held.until
}

const nameOf = ({ of, subject, place }: Pick<Held, 'of' | 'subject' | 'place'>) =>
  JSON.stringify([of, subject, place])

const giveBack = (database: Pick<Database, 'query'>, { of, subject, place, until }: Held) =>
  database.query(
    `delete from quota_windows
     where policy = $1 and subject = $2 and window_start = $3 and expires_at = $4::timestamptz`,
    [of, subject, place, until],
  )
