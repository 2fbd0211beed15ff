import type { Pool } from 'pg'
import type { Sent } from './callers.ts'

/** Everything that was promised and is not so, in words. */
export async function findLosses(db: Pool, sent: readonly Sent[]): Promise<string[]> {
  const logged = await idsIn(db, 'select request_id as id from log_entries')
  const stored = {
    customer: await idsIn(db, 'select external_id as id from customers'),
    batch: await idsIn(db, 'select external_id as id from transactions'),
  }
  return sent.flatMap((request) => {
    const found = request.externalIds.filter((id) => stored[request.kind].has(id)).length
    const all = request.externalIds.length
    return [
      ...(isUnlogged(request, logged) ? [`no line of ${request.answer?.requestId}`] : []),
      ...(request.answer?.status === 200 && found < all
        ? [`accepted and gone: ${name(request)}`]
        : []),
      ...(found > 0 && found < all ? [`half of ${name(request)}: ${found} of ${all}`] : []),
    ]
  })
}

/** A 503 may have been said before anybody could look whose key it was. */
function isUnlogged({ answer }: Sent, logged: ReadonlySet<string>): boolean {
  return answer !== null && answer.status !== 503 && !logged.has(answer.requestId)
}

const name = ({ externalIds }: Sent) => externalIds[0] ?? 'nothing'

async function idsIn(db: Pool, query: string): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>(query)
  return new Set(rows.map(({ id }) => id))
}
