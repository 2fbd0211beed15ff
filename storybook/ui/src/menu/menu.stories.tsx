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

const many = Array.from({ length: 16 }, (_, place) => ({
  id: `${place}`,
  label: `An act of many, the one at place ${place + 1}`,
}))

/** In the middle of a page that is scrolled, with room at neither side: it lies over its button. */
export const WithManyActs: Story = {
  decorators: [
    (Story) => (
      <div style={{ display: 'flex', justifyContent: 'end', paddingBlock: '100vh' }}>
        <Story />
      </div>
    ),
  ],
  args: {
    label: 'Actions for Checkout server',
    icon: 'more',
    look: 'quiet',
    size: 'small',
    groups: [{ id: 'many', items: many }],
  },
  async play({ canvasElement }) {
    const button = canvasElement.querySelector<HTMLButtonElement>('[aria-haspopup]')
    button?.scrollIntoView({ block: 'center' })
    button?.click()
    // Its acts are drawn once it is open, and only then it has its size.
    for (const _ of 'ab') await new Promise((done) => requestAnimationFrame(done))
    const menu = canvasElement.querySelector('[role="menu"]')?.getBoundingClientRect()
    const { clientWidth, clientHeight } = document.documentElement
    const isSeen = menu && menu.top >= 0 && menu.bottom <= clientHeight && menu.right <= clientWidth
    if (!isSeen || menu.left < 0) throw new Error('The menu runs out of the window.')
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
