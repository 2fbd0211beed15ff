import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { SegmentedControl } from './segmented-control.tsx'

export default {
  title: 'UI/Segmented control',
  component: SegmentedControl,
} satisfies Meta<typeof SegmentedControl>

const segments = [
  { value: 'all', label: 'All' },
  { value: '2xx', label: '2xx' },
  { value: '4xx', label: '4xx' },
  { value: '5xx', label: '5xx' },
] as const

export const StatusGroups: StoryObj = {
  render: function StatusGroups() {
    const [value, setValue] = useState<(typeof segments)[number]['value']>('all')
    return (
      <div style={{ padding: 24 }}>
        <SegmentedControl label="Status" segments={segments} value={value} onChange={setValue} />
      </div>
    )
  },
}

const states = [
  { value: 'all', label: 'الكل' },
  { value: 'active', label: 'النشطة' },
  { value: 'revoked', label: 'الملغاة' },
] as const

export const FromRightToLeft: StoryObj = {
  decorators: [fromRightToLeft],
  render: () => (
    <div style={{ padding: 24 }}>
      <SegmentedControl
        label="الحالة"
        segments={states}
        value="active"
        onChange={() => undefined}
      />
    </div>
  ),
}

const long = [
  { value: 'all', label: 'Alle Umgebungen' },
  { value: 'sandbox', label: 'Testumgebung' },
  { value: 'production', label: 'Produktionsumgebung' },
] as const

/** Words that find no room in one row. */
export const LongWords: StoryObj = {
  render: () => (
    <div style={{ padding: 24 }}>
      <SegmentedControl
        label="Umgebung"
        segments={long}
        value="sandbox"
        onChange={() => undefined}
      />
    </div>
  ),
}
