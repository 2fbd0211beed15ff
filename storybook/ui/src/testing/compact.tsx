import type { Decorator } from '@storybook/react-webpack5'
import { Surface } from '../surface/surface.tsx'

/** Stands a story on a dense ground. */
export const compact: Decorator = (Story, { globals }) => (
  <Surface
    appearance={{ theme: globals['theme'] === 'dark' ? 'dark' : 'light', density: 'compact' }}
  >
    <Story />
  </Surface>
)
