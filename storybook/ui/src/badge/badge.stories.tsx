import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Badge } from './badge.tsx'

export default { title: 'UI/Badge', component: Badge } satisfies Meta<typeof Badge>

export const Tones: StoryObj<typeof Badge> = {
  render: () => (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, padding: 24 }}>
      <Badge icon="clock">Expired</Badge>
      <Badge tone="accent" icon="live">
        Live
      </Badge>
      <Badge tone="success" icon="check">
        Active
      </Badge>
      <Badge tone="warning" icon="flask">
        Sandbox
      </Badge>
      <Badge tone="danger" icon="block">
        Revoked
      </Badge>
      <Badge tone="info" icon="redirect">
        304 Not modified
      </Badge>
    </div>
  ),
}

export const FromRightToLeft: StoryObj<typeof Badge> = {
  decorators: [fromRightToLeft],
  render: () => (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, padding: 24 }}>
      <Badge tone="success" icon="check">
        نشط
      </Badge>
      <Badge tone="warning" icon="flask">
        بيئة تجريبية
      </Badge>
      <Badge tone="info" icon="redirect">
        304 دون تغيير
      </Badge>
    </div>
  ),
}
