import type { LogHistogram } from '@sonaqor/contract/logs'
import { Table, useLocale, useText } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import * as texts from '../insight/texts/en.ts'
import { groups, totalOf, type Bucket } from './bars.ts'
import { inWords } from './instants.ts'

/** The same as rows, newest first, for whoever reads figures better than bars. */
export function BucketTable({ of }: { readonly of: LogHistogram }) {
  const say = useText()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const ends = new Map(of.buckets.map(({ at }, index) => [at, of.buckets[index + 1]?.at ?? of.to]))
  const shown = of.buckets.filter((bucket) => totalOf(bucket) > 0)
  // One row for all that was not looked at: of none of it is known that it is nothing.
  const uncounted = of.isApproximate
    ? { at: 'uncounted', '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 }
    : undefined
  const whenOf = (bucket: Bucket) => {
    const { at } = bucket
    if (bucket === uncounted)
      return inWords({ from: of.from, to: of.completeFrom }, of.intervalSeconds, locale)
    const from = at < of.from ? of.from : at
    return inWords({ from, to: ends.get(at) ?? of.to }, of.intervalSeconds, locale)
  }
  return (
    // It scrolls by itself, so that the list stays near; by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="sq-histogram-table" tabIndex={0} aria-label={say(texts.requestsOverTime)}>
      <Table
        caption={say(texts.requestsOverTime)}
        columns={[
          { id: 'time', title: say(common.time), cell: whenOf },
          ...groups.toReversed().map((group) => ({
            id: group,
            title: group,
            align: 'end' as const,
            cell: (bucket: Bucket) =>
              bucket === uncounted ? say(texts.uncounted) : number.format(bucket[group]),
          })),
        ]}
        rows={[...shown.toReversed(), ...(uncounted ? [uncounted] : [])]}
        keyOf={({ at }) => at}
      />
    </section>
  )
}
