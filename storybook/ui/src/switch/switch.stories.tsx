import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Switch } from './switch.tsx'

export default {
  title: 'UI/Switch',
  component: Switch,
  decorators: [
    (Story) => (
      <div style={{ display: 'grid', gap: 20, maxInlineSize: 480, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Switch>

type Story = StoryObj<typeof Switch>

const nothing = () => undefined

export const OnAndOff: Story = {
  render: function OnAndOff() {
    const [on, setOn] = useState(true)
    const [digest, setDigest] = useState(false)
    return (
      <>
        <Switch
          label="Tell me about failed deliveries"
          hint="By e-mail, once an hour at most."
          on={on}
          onChange={setOn}
        />
        <Switch label="Weekly digest" on={digest} onChange={setDigest} />
      </>
    )
  },
}

export const Busy: Story = {
  render: () => (
    <>
      <Switch label="Endpoint is active" hint="Events are delivered." on busy onChange={nothing} />
      <Switch label="Live tail" on={false} busy onChange={nothing} />
    </>
  ),
}

export const OffLimits: Story = {
  render: () => (
    <>
      <Switch
        label="Two-factor sign-in"
        disabledBecause="Your organisation asks for it from everyone."
        on
        onChange={nothing}
      />
      <Switch
        label="Share with auditors"
        disabledBecause="An owner or admin has to allow sharing first."
        on={false}
        onChange={nothing}
      />
    </>
  ),
}

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <>
      <Switch
        label="إعلامي بعمليات التسليم الفاشلة"
        hint="بالبريد، مرة في الساعة."
        on
        onChange={nothing}
      />
      <Switch label="ملخص أسبوعي" on={false} onChange={nothing} />
    </>
  ),
}
