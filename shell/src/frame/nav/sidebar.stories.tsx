import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { allAtHand } from '../testing/all-at-hand.ts'
import { Sidebar } from './sidebar.tsx'

export default {
  title: 'Shell/Sidebar',
  component: Sidebar,
  args: { atHand: allAtHand },
} satisfies Meta<typeof Sidebar>

type Story = StoryObj<typeof Sidebar>

const nav = [
  { group: 'build', order: 10, title: 'Projects', view: 'home.projects', path: '/projects' },
  { group: 'build', order: 20, title: 'API keys', view: 'keys.list', path: '/keys' },
  {
    group: 'understand',
    order: 10,
    title: 'Customers',
    view: 'customers.list',
    path: '/customers',
  },
  { group: 'account', order: 10, title: 'Team', view: 'home.team', path: '/team' },
] as const

/** On a phone, what is beyond four pages waits in “More”. */
const phone: Story['decorators'] = [
  (Story) => (
    <div style={{ containerType: 'inline-size', containerName: 'sq-surface', maxInlineSize: 360 }}>
      <Story />
    </div>
  ),
]

/** A rail: as wide as a tablet that is held upright. */
const tablet: Story['decorators'] = [
  (Story) => (
    <div style={{ containerType: 'inline-size', containerName: 'sq-surface', maxInlineSize: 768 }}>
      <div style={{ inlineSize: 92 }}>
        <Story />
      </div>
    </div>
  ),
]

export const InGroups: Story = { args: { nav, current: nav[1] } }

export const OnePage: Story = { args: { nav: nav.slice(0, 1), current: undefined } }

export const OnATablet: Story = {
  args: {
    nav: [{ ...nav[1], title: 'API-Schlüssel' }, ...nav.slice(2)],
    current: nav[1],
  },
  decorators: tablet,
}

export const OnAPhone: Story = {
  args: {
    nav: [
      { group: 'overview', order: 1, title: 'Overview', view: 'home.overview', path: '/overview' },
      ...nav,
      { group: 'account', order: 20, title: 'Billing', view: 'billing.show', path: '/billing' },
    ],
    current: nav[3],
  },
  decorators: phone,
}
