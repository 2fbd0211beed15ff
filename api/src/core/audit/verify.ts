import { environments } from '@sonaqor/contract/access'
import type { Scope } from '../scope/index.ts'
import { beyondMsOf, type EntryRow } from './entry.ts'
import { noHash, Walk, type Anchor, type AuditVerification } from './walk.ts'

export interface Span {
  readonly from: number
  readonly to?: number | undefined
  /** How many entries to look at before answering where to go on. */
  readonly atOnce?: number
  /** The anchors of these places; those of the end of the chain reach as far as there are any. */
  readonly anchors?: (scope: Scope, from: number, to: number) => Promise<readonly Anchor[]>
}

/** What one request looks at: a second or two of work. */
const entriesAtOnce = 25_000

interface Head {
  readonly tenant_id?: string
  readonly sequence: number
  readonly hash: string
}

interface Row extends EntryRow {
  readonly head_sequence: number | null
  readonly head_hash: string | null
}

/**
 * One statement, and so one moment: an entry that is added meanwhile is neither seen nor missed. Before
 * the first entry nothing may stand, so there it is looked without a bound.
 */
const entriesOf = `
  select e.*, ${beyondMsOf}, h.sequence as head_sequence, h.hash as head_hash
  from audit_entries e left join audit_heads h on h.tenant_id = e.tenant_id
  where e.tenant_id = $1 and e.sequence between $2 and $3 order by e.sequence`

/**
 * Walks the tenant's chain, or a part of it, and says where it first fails to hold and why. It reads
 * every environment, for the chain runs through all of them, and tells nothing of any entry.
 */
export async function verifyAudit(
  scope: Scope,
  { from, to = Number.MAX_SAFE_INTEGER, atOnce = entriesAtOnce, anchors }: Span = { from: 1 },
): Promise<AuditVerification> {
  await scope.enter({ ...scope.principal, environments })
  const known = await scope.db<Head>('audit_heads').where({ tenant_id: scope.tenantId }).first()
  const last = Math.min(to, from + atOnce - 1)
  const isEnd = last >= (known?.sequence ?? 0)
  const bound = isEnd && to > last ? Number.MAX_SAFE_INTEGER : last
  const walk = new Walk({
    from,
    previous: await hashBefore(scope, from),
    anchors: (await anchors?.(scope, from, bound)) ?? [],
  })
  let head = known
  const first = from === 1 ? Number.MIN_SAFE_INTEGER : from
  for await (const row of scope.read<Row>(entriesOf, [scope.tenantId, first, bound])) {
    if (!walk.take(row)) return walk.verdict(null)
    head = headOf(row)
  }
  if (isEnd && to >= (head?.sequence ?? 0)) walk.end(head)
  else walk.stop(Math.min(last, known?.sequence ?? 0))
  return walk.verdict(isEnd || last >= to ? null : last + 1)
}

const headOf = ({ head_sequence: sequence, head_hash: hash }: Row): Head | undefined =>
  sequence === null || hash === null ? undefined : { sequence, hash }

async function hashBefore(scope: Scope, sequence: number): Promise<string> {
  if (sequence === 1) return noHash
  const row = await scope
    .db<EntryRow>('audit_entries')
    .where({ tenant_id: scope.tenantId, sequence: sequence - 1 })
    .first()
  return row?.hash ?? noHash
}
