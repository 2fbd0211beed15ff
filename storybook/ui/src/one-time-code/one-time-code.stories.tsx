import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { Field } from '../field/field.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { OneTimeCode } from './one-time-code.tsx'

export default {
  title: 'UI/One-time code',
  component: OneTimeCode,
  args: { onChange: () => undefined },
  render: (args) => (
    <div style={{ maxInlineSize: 320, padding: 24 }}>
      <Field label="Code" hint="Six digits from your authenticator app.">
        <OneTimeCode {...args} />
      </Field>
    </div>
  ),
} satisfies Meta<typeof OneTimeCode>

type Story = StoryObj<typeof OneTimeCode>

export const Empty: Story = { args: { value: '' } }
export const HalfWritten: Story = { args: { value: '123' } }
export const Full: Story = { args: { value: '123456' } }
export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: { value: '123456' },
}
