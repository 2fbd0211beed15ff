import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { SecretPanel } from './secret-panel.tsx'

export default {
  title: 'UI/Secret panel',
  component: SecretPanel,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 520, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof SecretPanel>

export const OnceOnly: StoryObj<typeof SecretPanel> = {
  args: {
    label: 'API key',
    secret: 'sq_test_this-is-a-story-and-opens-no-door-0000',
    masked: 'sq_test_…0000',
    warning: 'Copy it now. It is shown this once; we keep only a hash and cannot show it again.',
  },
}

export const FromRightToLeft: StoryObj<typeof SecretPanel> = {
  decorators: [fromRightToLeft],
  args: {
    label: 'مفتاح واجهة البرمجة',
    secret: 'sq_test_this-is-a-story-and-opens-no-door-0000',
    warning: 'انسخه الآن. يظهر مرة واحدة؛ ولا نحتفظ إلا ببصمته ولا يمكننا عرضه مجددًا.',
  },
}
