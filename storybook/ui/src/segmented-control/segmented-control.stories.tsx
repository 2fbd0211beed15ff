import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
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
