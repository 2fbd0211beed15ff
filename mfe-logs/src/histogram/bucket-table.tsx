import type { LogHistogram } from '@sonaqor/contract/logs'
import { Table, useLocale, useText, type Instants } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import * as texts from '../insight/texts/en.ts'
import { groups, totalOf, type Bucket } from './bars.ts'
import { inWords } from './instants.ts'

/** What was counted in one bucket; where nothing stands, nothing was. */
interface Row extends Instants {
  readonly counts?: Bucket
}

/** The same as rows, newest first, for whoever reads figures better than bars. */
export function BucketTable({ of }: { readonly of: LogHistogram }) {
  const say = useText()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  // A bucket in which counting ended holds the newer part of it.
  const begin = of.isApproximate ? of.completeFrom : of.from
  const rows: Row[] = of.buckets
    .map((counts, index) => ({
      from: counts.at < begin ? begin : counts.at,
      to: of.buckets[index + 1]?.at ?? of.to,
      counts,
    }))
    .filter(({ counts }) => totalOf(counts) > 0)
    .toReversed()
  // One row for all that was not looked at: of none of it is known that it is nothing.
  if (of.isApproximate) rows.push({ from: of.from, to: begin })
  return (
    // It scrolls by itself, so that the list stays near; by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="sq-histogram-table" tabIndex={0} aria-label={say(texts.requestsOverTime)}>
      <Table
        caption={say(texts.requestsOverTime)}
        columns={[
          {
            id: 'time',
            title: say(common.time),
            cell: (row: Row) => inWords(row, of.intervalSeconds, locale),
          },
          ...groups.toReversed().map((group) => ({
            id: group,
            title: group,
            align: 'end' as const,
            cell: ({ counts }: Row) =>
              counts ? number.format(counts[group]) : say(texts.uncounted),
          })),
        ]}
        rows={rows}
        keyOf={({ counts }) => counts?.at ?? 'uncounted'}
      />
    </section>
  )
}
