import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { CameFrom } from './came-from.tsx'

export default {
  title: 'Shell/Came from',
  component: CameFrom,
  args: { page: 'portal.tidewater.example' },
} satisfies Meta<typeof CameFrom>

/** Above the page, in a window that a partner's page has opened. */
export const InAWindow: StoryObj<typeof CameFrom> = {}
