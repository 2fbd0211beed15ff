import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import type { ChartData } from './chart-data.ts'
import { Chart } from './chart.tsx'

export default {
  title: 'UI/Chart',
  component: Chart,
  decorators: [
    (Story) => (
      <div style={{ padding: 24, maxInlineSize: 860 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Chart>

type Story = StoryObj<typeof Chart>

const refetch = () => undefined
const ready = (data: ChartData) => ({ status: 'success', data, error: null, refetch }) as const

const start = Date.parse('2026-11-20T00:00:00Z')
const hours = Array.from({ length: 49 }, (_, at) => new Date(start + at * 1_800_000).toISOString())
/** The same wave in every run, so that two pictures of it can be compared. */
const wave = (base: number, swing: number, shift: number) =>
  hours.map((_, at) =>
    Math.round(
      base + swing * Math.sin((at + shift) / 7) + (swing / 5) * Math.sin((at * 5 + shift) / 3),
    ),
  )

const requests: ChartData = {
  places: hours,
  series: [
    { name: 'Accepted', values: wave(1_240, 420, 0) },
    { name: 'Refused', values: wave(310, 90, 9) },
    { name: 'Failed', values: wave(90, 40, 20) },
  ],
}

const overTime = {
  kind: 'line',
  title: 'Requests by outcome',
  unit: 'requests an hour',
  range: 'Nov 20, 2026, Europe/Berlin',
  axis: 'Time',
  along: 'time',
} as const

export const ThreeSeries: Story = { args: { ...overTime, of: ready(requests) } }

const statuses = [
  'Succeeded',
  'Retried',
  'Refused',
  'Timed out',
  'Dropped',
  'Queued',
  'Expired',
  'Replayed',
]

/** As many as there are colours: a legend tells them apart, and each can be put aside. */
export const EightSeries: Story = {
  args: {
    ...overTime,
    title: 'Deliveries by status',
    unit: 'deliveries',
    of: ready({
      places: hours,
      series: statuses.map((name, at) => ({ name, values: wave(1_700 - at * 190, 80, at * 5) })),
    }),
  },
}

/** What explains a course stands on it: an outage as a band, a release as a note; gaps stay gaps. */
export const BandAndNote: Story = {
  args: {
    ...overTime,
    title: 'Latency, 95th percentile',
    unit: 'ms',
    of: ready({
      places: hours,
      series: [
        { name: 'p95', values: wave(120, 30, 4).map((ms, at) => (at > 20 && at < 24 ? null : ms)) },
      ],
      bands: [{ from: hours[20] ?? '', to: hours[24] ?? '', name: 'Outage' }],
      notes: [{ at: hours[36] ?? '', name: 'Release 2.4.0' }],
    }),
  },
}

const countries = ['Germany', 'France', 'Netherlands', 'Poland', 'Spain', 'Italy']

export const Bars: Story = {
  args: {
    kind: 'bar',
    title: 'Customers by country',
    unit: 'customers',
    range: 'All time',
    axis: 'Country',
    along: 'names',
    of: ready({
      places: countries,
      series: [{ name: 'Customers', values: [4_210, 2_870, 1_930, 1_420, 960, 410] }],
    }),
  },
}

export const StackedBars: Story = {
  args: {
    kind: 'bar',
    isStacked: true,
    title: 'Alerts by severity',
    unit: 'alerts',
    range: 'Nov 14 – Nov 20, 2026, Europe/Berlin',
    axis: 'Day',
    along: 'names',
    of: ready({
      places: ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
      series: [
        { name: 'Low', values: [24, 18, 52, 61, 48, 55, 43] },
        { name: 'Medium', values: [9, 6, 21, 24, 17, 19, 26] },
        { name: 'High', values: [2, 1, 7, 4, 6, 9, 12] },
      ],
    }),
  },
}

export const Parts: Story = {
  args: {
    kind: 'pie',
    title: 'Volume by instrument',
    unit: 'EUR',
    range: 'Last 30 days, Europe/Berlin',
    axis: 'Instrument',
    along: 'names',
    of: ready({
      places: ['Card', 'Bank transfer', 'Direct debit', 'Wallet', 'Cash', 'Voucher'],
      series: [{ name: 'Volume', values: [412_300, 288_100, 120_450, 64_200, 21_900, 8_050] }],
    }),
  },
}

/** The longest German words, in names, title and range. */
export const LongWords: Story = {
  args: {
    ...overTime,
    title: 'Benachrichtigungszustellungen nach Auftragsverarbeitungsvertrag',
    unit: 'Zustellversuche je Abrechnungszeitraum',
    range: 'Letzte vierundzwanzig Stunden, Mitteleuropäische Normalzeit',
    of: ready({
      places: hours,
      series: [
        { name: 'Berechtigungsänderungsverlauf', values: wave(900, 200, 0) },
        { name: 'Kontoverbindungsprüfung', values: wave(400, 90, 8) },
      ],
    }),
  },
}

export const Loading: Story = {
  args: { ...overTime, of: { status: 'pending', data: undefined, error: null, refetch } },
}
export const LoadingBars: Story = { args: { ...Loading.args, kind: 'bar' } }
export const LoadingParts: Story = { args: { ...Loading.args, kind: 'pie' } }
export const Nothing: Story = { args: { ...overTime, of: ready({ places: [], series: [] }) } }
export const Failed: Story = {
  args: {
    ...overTime,
    of: { status: 'error', data: undefined, error: new TypeError('fetch'), refetch },
  },
}

/** The part that draws did not come; words, table and file are there all the same. */
export const Undrawn: Story = {
  args: { ...overTime, of: ready(requests), load: () => Promise.reject(new Error('Not loaded')) },
}

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: {
    ...overTime,
    title: 'الطلبات حسب النتيجة',
    unit: 'طلب في الساعة',
    range: 'آخر ٢٤ ساعة',
    axis: 'الوقت',
    summary: 'ترتفع الطلبات المقبولة نحو الظهر ثم تنخفض.',
    of: ready({
      ...requests,
      series: [
        { name: 'مقبول', values: wave(1_240, 420, 0) },
        { name: 'مرفوض', values: wave(310, 90, 9) },
      ],
    }),
  },
}
