import type { Column } from '../table/column.ts'
import { Table } from '../table/table.tsx'
import type { ChartData, ChartManner } from './chart-data.ts'
import { figure, placeInFull } from './format.ts'

export interface ChartTableProps {
  readonly caption: string
  /** What the places are: "Time", "Country". */
  readonly axis: string
  readonly data: ChartData
  readonly manner: ChartManner
  readonly locale: string
}

interface Row {
  readonly place: string
  readonly at: number
}

/** The same values as rows, for whoever reads figures better than lines. */
export function ChartTable({ caption, axis, data, manner, locale }: ChartTableProps) {
  const columns: readonly Column<Row>[] = [
    { id: 'place', title: axis, cell: ({ place }) => placeInFull(place, manner.along, locale) },
    ...data.series.map(({ name, values }, index) => ({
      id: String(index),
      title: name,
      align: 'end' as const,
      cell: ({ at }: Row) => {
        const value = values[at] ?? null
        return value === null ? '–' : figure(value, locale)
      },
    })),
  ]
  const rows = data.places.map((place, at) => ({ place, at }))
  return (
    // It scrolls by itself, so that a chart is as high as it was; by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="sq-chart-table" tabIndex={0} aria-label={caption}>
      <Table caption={caption} columns={columns} rows={rows} keyOf={({ at }) => String(at)} />
    </section>
  )
}

/** What is written into a file: the head, then a row for each place. */
export function rowsOf(axis: string, { places, series }: ChartData) {
  return [
    [axis, ...series.map(({ name }) => name)],
    ...places.map((place, at) => [place, ...series.map(({ values }) => values[at] ?? null)]),
  ]
}
