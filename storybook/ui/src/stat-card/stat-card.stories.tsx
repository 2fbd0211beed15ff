import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { StatCard, StatCards, StatCardSkeleton } from './stat-card.tsx'

export default {
  title: 'UI/Stat card',
  component: StatCard,
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <StatCards>
          <Story />
        </StatCards>
      </div>
    ),
  ],
} satisfies Meta<typeof StatCard>

type Story = StoryObj<typeof StatCard>

const days = Array.from({ length: 30 }, (_, day) => 320 + day * 6 + 90 * Math.sin(day * 1.7))

export const Figures: Story = {
  render: () => (
    <>
      <StatCard
        title="Requests"
        value="1,284,019"
        delta={{ course: 'up', meaning: 'good', by: '12 %', than: 'on last week' }}
        values={days}
        summary="Between 236 and 581 a day for 30 days, rising."
      />
      <StatCard
        title="Failed deliveries"
        value="0.42 %"
        delta={{ course: 'up', meaning: 'bad', by: '0.1 points', than: 'on last week' }}
        values={days.toReversed()}
        summary="Between 0.2 and 0.5 percent a day for 30 days."
      />
      <StatCard
        title="Latency, 95th percentile"
        value="38 ms"
        delta={{ course: 'down', meaning: 'good', by: '4 ms', than: 'on last week' }}
        values={[4, 4, 4, 4]}
        summary="Four milliseconds on each of four days."
      />
      <StatCard
        title="Active keys"
        value="7"
        delta={{ course: 'level', meaning: 'neutral', than: 'since last week' }}
      />
    </>
  ),
}

export const Loading: Story = {
  render: () => (
    <>
      <StatCardSkeleton />
      <StatCardSkeleton />
      <StatCard
        title="Requests"
        value="1,284,019"
        delta={{ course: 'up', meaning: 'good', by: '12 %', than: 'on last week' }}
        values={days}
      />
    </>
  ),
}

/** Nothing was measured at night, and once in between; a value alone is a dash. */
export const WithGaps: Story = {
  render: () => (
    <StatCard
      title="Latency"
      value="13.7 ms"
      values={[null, 12, 13, 11, null, 14, null, 12, 16, null]}
    />
  ),
}

export const NoData: Story = {
  render: () => (
    <>
      <StatCard
        title="Requests"
        value={undefined}
        hint="They are counted from the first request with an API key on."
      />
      <StatCard title="Failed deliveries" value={undefined} />
    </>
  ),
}

/** The longest words and the largest figure in the least room. */
export const Tight: Story = {
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 200 }}>
        <Story />
      </div>
    ),
  ],
  render: () => (
    <StatCard
      title="Durchschnittliche Antwortgeschwindigkeit"
      value="1.284.019.330,25 €"
      delta={{ course: 'up', meaning: 'neutral', by: '1.200 %', than: 'als im Vorjahreszeitraum' }}
      values={days}
    />
  ),
}

/** Time runs as it does in every drawing, from the left to the right. */
export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <>
      <StatCard
        title="الطلبات"
        value="1,284,019"
        delta={{ course: 'up', meaning: 'good', by: '12٪', than: 'مقارنة بالأسبوع الماضي' }}
        values={days}
        summary="بين 236 و581 في اليوم خلال 30 يومًا."
      />
      <StatCard title="المفاتيح النشطة" value={undefined} hint="تظهر عند إصدار أول مفتاح." />
    </>
  ),
}
