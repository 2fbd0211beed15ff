import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Link } from './link.tsx'

export default {
  title: 'UI/Link',
  component: Link,
  decorators: [
    (Story) => (
      <div style={{ display: 'grid', justifyItems: 'start', gap: 12, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Link>

type Story = StoryObj<typeof Link>

export const InText: Story = {
  render: () => (
    <p>
      Every request with a key is kept for thirty days. <Link href="#logs">See its requests</Link>{' '}
      or read{' '}
      <Link href="https://docs.example.com/keys" outside>
        how keys are rotated
      </Link>
      .
    </p>
  ),
}

export const Quiet: Story = {
  render: () => (
    <>
      <Link href="#checkout" look="quiet">
        Checkout server
      </Link>
      <Link href="https://status.example.com" look="quiet" outside>
        status.example.com
      </Link>
    </>
  ),
}

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <p>
      تُحفظ طلبات المفتاح ثلاثين يومًا. <Link href="#logs">اطّلع على طلباته</Link> أو اقرأ{' '}
      <Link href="https://docs.example.com/keys" outside>
        كيف تُبدَّل المفاتيح
      </Link>
      .
    </p>
  ),
}
