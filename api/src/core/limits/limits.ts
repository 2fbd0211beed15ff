/**
 * Quotas that hold over all processes without asking the database at every request. A process leases
 * a part of the window's quota and spends it by itself. What all leases add up to is never more than
 * the quota; a lease begins at one, doubles while it is being spent, and shrinks towards the end, so
 * that an idle process keeps next to nothing from a busy one.
 */
import type { Clock } from '../clock/index.ts'
import type { Database } from '../database/index.ts'

export interface Policy {
  readonly name: string
  readonly requests: number
  readonly seconds: number
}

export interface Taken {
  readonly allowed: boolean
  /** What is left of the window, as far as this process knows. */
  readonly remaining: number
  readonly resetSeconds: number
}

export interface Limits {
  /** Takes one request from the quota of a subject, in the window that `now` is in. */
  take(policy: Policy, subject: string, now?: Date): Promise<Taken>
  /** Puts back what was taken for a request that another quota then refused. */
  giveBack(policy: Policy, subject: string, now?: Date): void
}

interface Lease {
  readonly windowStart: number
  readonly endsAt: number
  /** The bound that it was leased under. */
  requests: number
  /** Granted and not yet spent. */
  left: number
  /** Taken by all processes together, when last heard. */
  taken: number
  size: number
  exhausted: boolean
  renewal: Promise<void> | undefined
}

const sweepAt = 10_000

export function createLimits(database: Pick<Database, 'query'>, clock: Clock): Limits {
  const leases = new Map<string, Lease>()

  const leaseOf = (policy: Policy, subject: string, nowMs: number): Lease => {
    const windowMs = policy.seconds * 1000
    const windowStart = Math.floor(nowMs / windowMs)
    const key = `${policy.name} ${subject}`
    const known = leases.get(key)
    if (known?.windowStart === windowStart) return underBound(known, policy)
    if (leases.size >= sweepAt) sweep(leases, nowMs)
    const lease: Lease = {
      windowStart,
      endsAt: (windowStart + 1) * windowMs,
      requests: policy.requests,
      left: 0,
      taken: 0,
      size: 0,
      exhausted: false,
      renewal: undefined,
    }
    leases.set(key, lease)
    return lease
  }

  return {
    async take(policy, subject, now = clock.now()) {
      const nowMs = now.getTime()
      const lease = leaseOf(policy, subject, nowMs)
      while (lease.left === 0 && !lease.exhausted) {
        lease.renewal ??= renew(database, policy, subject, lease)
        await lease.renewal
      }
      const allowed = lease.left > 0
      if (allowed) lease.left -= 1
      return {
        allowed,
        remaining: Math.max(0, policy.requests - lease.taken) + lease.left,
        resetSeconds: Math.max(1, Math.ceil((lease.endsAt - nowMs) / 1000)),
      }
    },
    giveBack(policy, subject, now = clock.now()) {
      leaseOf(policy, subject, now.getTime()).left += 1
    },
  }
}

/** A bound may move within its window: under a higher one more is asked for, under a lower one all anew. */
function underBound(lease: Lease, { requests }: Policy): Lease {
  if (requests < lease.requests) lease.left = 0
  if (requests !== lease.requests) lease.exhausted = false
  lease.requests = requests
  return lease
}

/** Everything of windows that are over; past the bound the whole map goes, and is leased anew. */
function sweep(leases: Map<string, Lease>, nowMs: number): void {
  for (const [key, lease] of leases) if (lease.endsAt <= nowMs) leases.delete(key)
  if (leases.size >= sweepAt) leases.clear()
}

const lease = `
  insert into quota_windows as q (policy, subject, window_start, taken, expires_at)
  values ($1, $2, $3, least($4::integer, $5::integer), $6)
  on conflict (policy, subject, window_start) do update
  set taken = q.taken + least($5::integer, ($4::integer - q.taken + 7) / 8)
  where q.taken < $4::integer
  returning new.taken, new.taken - coalesce(old.taken, 0) as granted
`

async function renew(
  database: Pick<Database, 'query'>,
  policy: Policy,
  subject: string,
  held: Lease,
): Promise<void> {
  try {
    const wanted = Math.max(1, held.size * 2)
    const [row] = await database.query<{ taken: number; granted: number }>(lease, [
      policy.name,
      subject,
      held.windowStart,
      policy.requests,
      wanted,
      new Date(held.endsAt),
    ])
    held.left += row?.granted ?? 0
    held.size = row?.granted ?? 0
    held.taken = row?.taken ?? policy.requests
    held.exhausted = row === undefined
  } finally {
    held.renewal = undefined
  }
}
