import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import type { MenuGroup } from './menu-groups.tsx'
import { Menu } from './menu.tsx'

export default {
  title: 'UI/Menu',
  component: Menu,
  decorators: [
    (Story) => (
      <div style={{ minBlockSize: 420, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
  play: ({ canvasElement }) =>
    canvasElement.querySelector<HTMLButtonElement>('[aria-haspopup]')?.click(),
} satisfies Meta<typeof Menu>

type Story = StoryObj<typeof Menu>

const groups: readonly MenuGroup[] = [
  {
    id: 'key',
    items: [
      { id: 'copy', label: 'Copy id', icon: 'copy', shortcut: 'C' },
      { id: 'rotate', label: 'Rotate key…', icon: 'undo', shortcut: 'R' },
      {
        id: 'share',
        label: 'Share once…',
        icon: 'lock',
        disabledBecause: 'Your role does not include keys:share.',
      },
    ],
  },
  {
    id: 'requests',
    title: 'Requests',
    items: [{ id: 'logs', label: 'See its requests', icon: 'search', href: '#logs' }],
  },
  { id: 'end', items: [{ id: 'revoke', label: 'Revoke key…', icon: 'block', danger: true }] },
]

export const Opened: Story = {
  args: {
    label: 'Actions for Checkout server',
    icon: 'more',
    look: 'quiet',
    size: 'small',
    groups,
  },
}

export const WithAWord: Story = {
  args: {
    label: 'Export',
    groups: [
      {
        id: 'formats',
        items: [
          { id: 'csv', label: 'Comma-separated values (CSV)' },
          { id: 'excel', label: 'Excel' },
        ],
      },
    ],
  },
}

/** At the end of a row, and at the foot of the page: it opens to where there is room. */
export const AtTheEdge: Story = {
  decorators: [
    (Story) => (
      <div
        style={{ display: 'flex', justifyContent: 'end', paddingBlockStart: 'calc(100vh - 100px)' }}
      >
        <Story />
      </div>
    ),
  ],
  args: {
    label: 'Actions for Checkout server',
    icon: 'more',
    look: 'quiet',
    size: 'small',
    groups,
  },
}

const arabicGroups: readonly MenuGroup[] = [
  {
    id: 'key',
    items: [
      { id: 'copy', label: 'نسخ المعرّف', icon: 'copy', shortcut: 'C' },
      {
        id: 'share',
        label: 'مشاركة لمرة واحدة…',
        icon: 'lock',
        disabledBecause: 'لا يشمل دورك هذه الصلاحية.',
      },
    ],
  },
  { id: 'end', items: [{ id: 'revoke', label: 'إلغاء المفتاح…', icon: 'block', danger: true }] },
]

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: (args) => (
    <div>
      <Menu {...args} />
    </div>
  ),
  args: { label: 'إجراءات', groups: arabicGroups },
}
