import type { Meta, StoryObj } from '@storybook/react-webpack5'
import type { CSSProperties } from 'react'
import { Badge } from '../badge/badge.tsx'
import { Button } from '../button/button.tsx'
import { Surface } from './surface.tsx'

export default { title: 'UI/Surface', component: Surface } satisfies Meta<typeof Surface>

/** What a partner may say in the CSS of their page. */
const brands = {
  none: {},
  green: { '--sonaqor-accent': '#0a6b4a', '--sonaqor-radius': '0px' },
  red: { '--sonaqor-accent': '#b3261e', '--sonaqor-font': 'Georgia, serif' },
} as Readonly<Record<string, CSSProperties>>

/** Three partners' pages: each names an accent at most, and its tints follow in both themes. */
export const Branded: StoryObj<typeof Surface> = {
  render: (_, { globals }) => (
    <>
      {Object.entries(brands).map(([name, brand]) => (
        <div key={name} style={brand}>
          <Surface
            appearance={{
              theme: globals['theme'] === 'dark' ? 'dark' : 'light',
              density: name === 'green' ? 'compact' : 'cosy',
            }}
          >
            <p style={{ display: 'flex', flexWrap: 'wrap', gap: 12, padding: 24 }}>
              <Button look="primary">Issue key</Button>
              <Badge tone="accent" icon="live">
                Live
              </Badge>
              <a href="#docs">Read the docs</a>
            </p>
          </Surface>
        </div>
      ))}
    </>
  ),
}
