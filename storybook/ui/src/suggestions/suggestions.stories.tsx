import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useRef, useState } from 'react'
import type { Choice } from '../combobox/use-search.ts'
import { FilterBar } from '../filter-bar/filter-bar.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Suggestions } from './suggestions.tsx'

interface ShowProps {
  readonly label: string
  readonly text: string
  readonly choices: readonly Choice[]
}

/** A field for words that is completed, as it stands in a bar of filters. */
function Show({ label, text, choices }: ShowProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const [isOpen, setOpen] = useState(true)
  return (
    <div style={{ minBlockSize: 300, padding: 24 }}>
      <FilterBar
        search={{
          label,
          value: typed,
          onChange: setTyped,
          field,
          below: (
            <Suggestions
              field={field}
              label={label}
              choices={choices}
              onChoose={({ id }) => setTyped(id)}
              isOpen={isOpen}
              onOpen={setOpen}
            />
          ),
        }}
        filters={[]}
        onClear={() => setTyped('')}
      />
    </div>
  )
}

export default { title: 'UI/Suggestions', component: Show } satisfies Meta<typeof Show>

type Story = StoryObj<typeof Show>

export const Open: Story = {
  args: {
    label: 'Search in words',
    text: 'status:',
    choices: [
      { id: '5xx', label: '5xx', hint: 'Server error' },
      { id: '404', label: '404', hint: 'Not found' },
      { id: '429', label: '429', hint: 'Too many requests' },
    ],
  },
}

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: {
    label: 'بحث',
    text: 'خادم',
    choices: [{ id: '1', label: 'شركة النور للتجارة', hint: 'دبي' }],
  },
}
