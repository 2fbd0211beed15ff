import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useEffect, useRef, useState } from 'react'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { RangePicker } from './range-picker.tsx'
import { writeRange, type Range } from './range.ts'

interface ShowProps {
  readonly first: Range
  readonly isOpen?: boolean
}

function Show({ first, isOpen = false }: ShowProps) {
  const [range, setRange] = useState(first)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) place.current?.querySelector<HTMLElement>('[popover]')?.showPopover()
  }, [isOpen])
  return (
    <div ref={place} style={{ display: 'grid', gap: 12, padding: 24 }}>
      <div>
        <RangePicker value={range} onChange={setRange} />
      </div>
      <p>
        In the address: <code style={{ overflowWrap: 'anywhere' }}>{writeRange(range)}</code>
      </p>
    </div>
  )
}

export default {
  title: 'UI/Range picker',
  component: Show,
} satisfies Meta<typeof Show>

type Story = StoryObj<typeof Show>

const twoDays = { from: '2026-11-18T08:00:00.000Z', to: '2026-11-20T09:30:00.000Z' }

export const Preset: Story = { args: { first: '24h' } }
export const Custom: Story = { args: { first: twoDays } }
export const Open: Story = { args: { first: '24h', isOpen: true } }
export const OpenAtCustom: Story = { args: { first: twoDays, isOpen: true } }
export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: { first: '7d', isOpen: true },
}
