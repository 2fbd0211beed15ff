import type { Meta, StoryObj } from '@storybook/react-webpack5'
import type { CSSProperties } from 'react'
import { frameOf } from '../frame/testing/frame-of.ts'
import { Bell } from './bell.tsx'
import { listOf, told, toldHost, unreachable } from './testing/told.ts'

const frameWith = (answer: () => unknown) =>
  frameOf({ host: toldHost({ 'GET /v1/notifications': answer }) as never })
const counting = (unread: number) => frameWith(() => ({ ...listOf(told), unread }))

/** As high as the head from which it hangs. */
const head = { '--sq-head': '50px' } as CSSProperties

export default {
  title: 'Shell/Bell',
  component: Bell,
  args: { frame: counting(2) },
  decorators: [
    // At the end of a head, from where its panel hangs.
    (Story) => (
      <div style={{ ...head, display: 'flex', justifyContent: 'end', padding: 24, blockSize: 560 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Bell>

type Story = StoryObj<typeof Bell>

export const NothingUnread: Story = { args: { frame: counting(0) } }
export const TwoUnread: Story = {}
export const TooManyToCount: Story = { args: { frame: counting(1000) } }

const soon = () => new Promise((drawn) => setTimeout(drawn, 200))
const open: Story['play'] = async ({ canvasElement }) => {
  await soon()
  canvasElement.querySelector<HTMLElement>('[popover]')?.showPopover()
  canvasElement.querySelector<HTMLElement>('.sq-bell')?.focus()
  await soon()
}

export const Open: Story = { play: open }
export const OpenAndEmpty: Story = {
  args: { frame: frameWith(() => ({ ...listOf([]), unread: 0 })) },
  play: open,
}
export const NotRead: Story = { args: { frame: frameWith(unreachable) }, play: open }
