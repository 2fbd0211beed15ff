import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Button } from './button.tsx'

export default {
  title: 'UI/Button',
  component: Button,
  decorators: [
    (Story) => (
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Button>

type Story = StoryObj<typeof Button>

export const Looks: Story = {
  render: () => (
    <>
      <Button look="primary" icon="plus">
        Issue key
      </Button>
      <Button>Cancel</Button>
      <Button look="danger">Revoke key</Button>
      <Button look="quiet" icon="pause">
        Pause
      </Button>
    </>
  ),
}

export const Small: Story = {
  render: () => (
    <>
      <Button size="small">Revoke</Button>
      <Button size="small" look="quiet" icon="copy" aria-label="Copy request id" />
    </>
  ),
}

export const Busy: Story = {
  render: () => (
    <>
      <Button look="primary" busy>
        Issue key
      </Button>
      <Button busy>Load more</Button>
    </>
  ),
}

export const Disabled: Story = {
  render: () => (
    <>
      <Button look="primary" disabled>
        Done
      </Button>
      <Button disabled>Cancel</Button>
      <Button look="primary" aria-disabled aria-describedby="what-is-missing">
        Preview
      </Button>
      <p id="what-is-missing">Choose a setting to promote.</p>
    </>
  ),
}

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <div style={{ display: 'flex', gap: 12 }}>
      <Button look="primary" icon="plus">
        إصدار مفتاح
      </Button>
      <Button busy>تحميل المزيد</Button>
      <Button look="quiet" icon="undo">
        تراجع
      </Button>
    </div>
  ),
}
