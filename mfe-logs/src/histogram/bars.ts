/** Where the bars of a histogram stand, and which of them a place on it means. */
import type { LogHistogram } from '@sonaqor/contract/logs'
import type { Instants } from '@sonaqor/ui'

export type Bucket = LogHistogram['buckets'][number]

/** From the ground upwards, so that what failed is compared along one line. */
export const groups = ['5xx', '4xx', '3xx', '2xx'] as const
export type Group = (typeof groups)[number]

export const totalOf = (bucket: Pick<Bucket, Group>) =>
  groups.reduce((sum, group) => sum + bucket[group], 0)

export const height = 60
/** A few that failed among thousands that did not are still seen. */
const least = 2

/** A path for each group, on a grid as wide as there are buckets. */
export function pathsOf(buckets: readonly Bucket[]): Readonly<Record<Group, string>> {
  const highest = Math.max(1, ...buckets.map(totalOf))
  const scale = (height - least * groups.length) / highest
  const paths = { '5xx': '', '4xx': '', '3xx': '', '2xx': '' }
  for (const [at, bucket] of buckets.entries()) {
    let ground = height
    for (const group of groups) {
      if (bucket[group] === 0) continue
      const rise = round(Math.max(least, bucket[group] * scale))
      ground = round(ground - rise)
      paths[group] += `M${at + 0.1} ${ground}h.8v${rise}h-.8z`
    }
  }
  return paths
}

const round = (value: number) => Math.round(value * 100) / 100

/** What was counted of the newer part of a span and of an older one. */
export function together(newer: LogHistogram, older: LogHistogram): LogHistogram {
  const known = new Map(older.buckets.map((bucket) => [bucket.at, bucket]))
  const sum = (bucket: Bucket) => {
    const other = known.get(bucket.at)
    if (!other) return bucket
    const counts = groups.map((group) => [group, bucket[group] + other[group]])
    return Object.assign({ at: bucket.at }, Object.fromEntries(counts)) as Bucket
  }
  const { completeFrom, isApproximate } = older
  return { ...newer, buckets: newer.buckets.map(sum), completeFrom, isApproximate }
}

/** Where the buckets end, which may be later than they were counted. */
export function endOf({ buckets, intervalSeconds, to }: LogHistogram) {
  const last = buckets.at(-1)
  return last ? new Date(Date.parse(last.at) + intervalSeconds * 1000).toISOString() : to
}

/** Which share of the bars, from the oldest on, was not counted. */
export function uncountedShare({ buckets, isApproximate, completeFrom, ...of }: LogHistogram) {
  const first = buckets[0]
  if (!isApproximate || !first) return 0
  const ms = buckets.length * of.intervalSeconds * 1000
  return Math.min(1, (Date.parse(completeFrom) - Date.parse(first.at)) / ms)
}

/** What of a stretch was counted: all of it, the newer part, or nothing. */
export function reachIn(of: LogHistogram, { from, to }: Instants): 'all' | 'part' | 'nothing' {
  if (!of.isApproximate || from >= of.completeFrom) return 'all'
  return to > of.completeFrom ? 'part' : 'nothing'
}

/** Some buckets side by side, by their places. */
export interface Stretch {
  readonly at: number
  /** Where the choice began; the same as long as nothing else is chosen. */
  readonly since: number
}

export const endsOf = ({ at, since }: Stretch) =>
  [Math.min(at, since), Math.max(at, since)] as const

/** Which place a key leads to, with Shift as the other end of the choice. */
export function moved(key: string, isLong: boolean, now: Stretch | undefined, count: number) {
  const before = now ?? { at: count, since: count }
  const to = {
    ArrowLeft: before.at - 1,
    ArrowRight: now ? before.at + 1 : count - 1,
    Home: 0,
    End: count - 1,
  }[key]
  if (to === undefined) return undefined
  const at = Math.max(0, Math.min(to, count - 1))
  return { at, since: isLong && now ? now.since : at }
}

export function placeAt(x: number, { left, width }: DOMRect, count: number): number {
  const place = Math.floor(((x - left) / width) * count)
  return Math.max(0, Math.min(place, count - 1))
}

/** What a choice asks for: of the buckets at the edges that part which was counted. */
export function instantsIn({ buckets, from, to }: LogHistogram, stretch: Stretch) {
  const [first, last] = endsOf(stretch)
  return { from: first > 0 ? (buckets[first]?.at ?? to) : from, to: buckets[last + 1]?.at ?? to }
}

export function countsIn({ buckets }: LogHistogram, stretch?: Stretch): Record<Group, number> {
  const [first, last] = stretch ? endsOf(stretch) : [0, buckets.length - 1]
  const counts = { '5xx': 0, '4xx': 0, '3xx': 0, '2xx': 0 }
  for (const bucket of buckets.slice(first, last + 1)) {
    for (const group of groups) counts[group] += bucket[group]
  }
  return counts
}
