import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Tabs, type Tab } from './tabs.tsx'

export default {
  title: 'UI/Tabs',
  component: Tabs,
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Tabs>

interface ShowProps {
  readonly tabs: readonly Tab<string>[]
  readonly first: string
  /** What stands before the name of the tab. */
  readonly about?: string
}

function Show({ tabs, first, about = 'What is known of' }: ShowProps) {
  const [value, setValue] = useState(first)
  return (
    <Tabs label="Customer" tabs={tabs} value={value} onChange={setValue}>
      <p>
        {about} {tabs.find(({ id }) => id === value)?.label.toLowerCase()}.
      </p>
    </Tabs>
  )
}

const few = [
  { id: 'profile', label: 'Profile' },
  { id: 'transactions', label: 'Transactions', count: 1_284 },
  { id: 'alerts', label: 'Alerts', count: 3 },
]

export const WithCounts: StoryObj = { render: () => <Show tabs={few} first="transactions" /> }

/** The longest words, more of them than there is room, and the last one open. */
export const MoreThanFit: StoryObj = {
  render: () => (
    <Show
      tabs={[
        ...few,
        { id: 'agreements', label: 'Auftragsverarbeitungsverträge', count: 12 },
        { id: 'deliveries', label: 'Benachrichtigungseinstellungen' },
        { id: 'history', label: 'Berechtigungsänderungsverlauf', count: 40_218 },
      ]}
      first="history"
    />
  ),
}

export const FromRightToLeft: StoryObj = {
  decorators: [fromRightToLeft],
  render: () => (
    <Show
      tabs={[
        { id: 'profile', label: 'الملف' },
        { id: 'transactions', label: 'المعاملات', count: 1_284 },
        { id: 'alerts', label: 'التنبيهات', count: 3 },
      ]}
      first="transactions"
      about="ما يُعرف عن"
    />
  ),
}
