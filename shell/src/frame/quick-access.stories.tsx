import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { QuickAccess } from './quick-access.tsx'

const stay = () => Promise.resolve()
const nothing = () => undefined

export default {
  title: 'Shell/Quick access',
  component: QuickAccess,
  args: {
    me: {
      person: { id: 'p1', name: 'Ada Moreau', email: 'ada@northwind.example' },
      tenant: { id: 't1', name: 'Northwind' },
      tenants: [{ id: 't1', name: 'Northwind' }],
      role: 'owner',
      scopes: [],
      environments: ['sandbox', 'production'],
    },
    nav: [{ group: 'build', order: 20, title: 'API keys', view: 'keys.list', path: '/keys' }],
    preferences: { environment: 'sandbox', theme: 'auto', singleKeys: true },
    change: nothing,
    onGo: nothing,
    onSearch: nothing,
    onSwitch: stay,
    onSignOut: stay,
  },
} satisfies Meta<typeof QuickAccess>

export const InTheHead: StoryObj<typeof QuickAccess> = {}
