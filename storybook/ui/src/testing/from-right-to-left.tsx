import type { Decorator } from '@storybook/react-webpack5'
import { Surface } from '../surface/surface.tsx'

/** Stands a story on a ground that runs from right to left, and is dense on top of it. */
export const fromRightToLeft: Decorator = (Story, { globals }) => (
  <div style={{ inlineSize: '100%' }}>
    <Surface
      locale="ar"
      appearance={{ theme: globals['theme'] === 'dark' ? 'dark' : 'light', density: 'compact' }}
    >
      <div style={{ display: 'grid', gap: 20 }}>
        <Story />
      </div>
    </Surface>
  </div>
)
