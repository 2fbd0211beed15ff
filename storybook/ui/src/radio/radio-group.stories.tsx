import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { RadioGroup } from './radio-group.tsx'

export default {
  title: 'UI/Radio group',
  component: RadioGroup,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 480, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof RadioGroup>

type Story = StoryObj<typeof RadioGroup>

const lifetimes = [
  { value: 'hour', label: 'One hour', hint: 'For a look together.' },
  { value: 'day', label: 'One day', hint: 'For somebody in another time zone.' },
  { value: 'never', label: 'Without end', disabledBecause: 'Links of this kind have to end.' },
] as const

export const Chosen: Story = {
  render: function Chosen() {
    const [value, setValue] = useState<(typeof lifetimes)[number]['value']>('hour')
    return (
      <RadioGroup
        label="How long does the link live"
        hint="It can be taken back at any time."
        options={lifetimes}
        value={value}
        onChange={setValue}
      />
    )
  },
}

export const Refused: Story = {
  render: () => (
    <RadioGroup
      label="How long does the link live"
      error="Choose how long the link lives."
      options={lifetimes}
      value={undefined}
      onChange={() => undefined}
    />
  ),
}

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <RadioGroup
      label="كم يدوم الرابط"
      hint="يمكن سحبه في أي وقت."
      options={[
        { value: 'hour', label: 'ساعة واحدة', hint: 'للاطلاع معًا.' },
        { value: 'never', label: 'بلا نهاية', disabledBecause: 'يجب أن تنتهي هذه الروابط.' },
      ]}
      value="hour"
      onChange={() => undefined}
    />
  ),
}
