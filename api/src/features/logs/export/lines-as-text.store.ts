/**
 * Many lines as one text, which is cut into rows where it is read. A row of a driver's own lives until the
 * last of its lot has come, and with a thousand of them that is most of what an export has swept.
 */
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import type { ReadRow } from '../query/matching.store.ts'

const betweenFields = '\u001f'
const betweenLines = '\u001e'

/** An empty latency is none: a figure has a digit. */
const fields = `environment, id, app_id, key_id, key_prefix, method, path, status,
  coalesce(latency_ms::text, ''), ip, request_id`
const fieldsOfLine = 11

/**
 * The lines of a query, newest first; null where one of them holds a mark that they would be cut at, for then
 * there are more pieces than there are lines, or fields than there are columns.
 */
export async function readAsText(
  scope: Scope,
  lines: Knex.QueryBuilder,
): Promise<ReadRow[] | null> {
  const all = scope.db('line').from(lines.as('line')) as Knex.QueryBuilder
  const told: Told | undefined = await all
    .select(
      scope.db.raw(
        `count(*)::integer as lines, string_agg(concat_ws(?, ${fields}), ? order by id desc) as text`,
        [betweenFields, betweenLines],
      ),
    )
    .first()
  return told ? rowsIn(told) : []
}

export interface Told {
  readonly lines: number
  /** Null where there are none. */
  readonly text: string | null
}

export function rowsIn({ lines, text }: Told): ReadRow[] | null {
  if (text === null) return []
  const pieces = text.split(betweenLines)
  if (pieces.length !== lines) return null
  const rows: ReadRow[] = []
  for (const piece of pieces) {
    const cut = piece.split(betweenFields)
    if (cut.length !== fieldsOfLine) return null
    rows.push(rowOf(cut))
  }
  return rows
}

function rowOf(cut: readonly string[]): ReadRow {
  const [environment, id, appId, keyId, prefix, method, path, status, latency, ip, request] =
    cut as Cut
  return {
    environment,
    id,
    app_id: appId,
    key_id: keyId,
    key_prefix: prefix,
    method,
    path,
    status: Number(status),
    latency_ms: latency === '' ? null : Number(latency),
    ip,
    request_id: request,
  }
}

type Text = string
type Cut = [ReadRow['environment'], ...[Text, Text, Text, Text, Text, Text, Text, Text, Text, Text]]
