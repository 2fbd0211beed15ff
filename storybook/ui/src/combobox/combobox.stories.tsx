import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { Field } from '../field/field.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Combobox } from './combobox.tsx'
import { searchIn, type Choice, type Search } from './use-search.ts'

const customers: readonly Choice[] = [
  { id: '1', label: 'Ada Byron', hint: 'London, United Kingdom' },
  { id: '2', label: 'Bundesanstalt für Wasserbau', hint: 'Karlsruhe, Germany' },
  { id: '3', label: 'Chen Wei', hint: 'Singapore' },
  { id: '4', label: 'Donaudampfschifffahrtsgesellschaft', hint: 'Wien, Austria' },
  { id: '5', label: 'Grace Hopper', hint: 'New York, United States' },
  { id: '6', label: 'Jürgen Müller', hint: 'Köln, Germany' },
  { id: '7', label: 'Łukasz Żółć', hint: 'Gdańsk, Poland' },
  { id: '8', label: 'Núria Sala', hint: 'Barcelona, Spain' },
]

interface ShowProps {
  readonly search: Search
  readonly first?: Choice | undefined
  readonly isOpen?: boolean
  readonly label?: string
  readonly error?: string
  readonly hint?: string
  readonly placeholder?: string
}

function Show(props: ShowProps) {
  const { search, first, isOpen = false, label = 'Customer', error } = props
  const { hint = 'By name or city.', placeholder = 'Search' } = props
  const [value, setValue] = useState(first)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) place.current?.querySelector('input')?.click()
  }, [isOpen])
  return (
    <div ref={place} style={{ maxInlineSize: 320, minBlockSize: 340, padding: 24 }}>
      <Field label={label} hint={hint} error={error}>
        <Combobox value={value} onChange={setValue} search={search} placeholder={placeholder} />
      </Field>
    </div>
  )
}

export default { title: 'UI/Combobox', component: Show } satisfies Meta<typeof Show>

type Story = StoryObj<typeof Show>

const here = searchIn(customers)

export const NothingChosen: Story = { args: { search: here } }
export const Chosen: Story = { args: { search: here, first: customers[3] } }
export const Open: Story = { args: { search: here, first: customers[1], isOpen: true } }
export const Searching: Story = {
  args: { search: () => new Promise(() => undefined), isOpen: true },
}
export const NoMatches: Story = { args: { search: async () => [], isOpen: true } }
export const Failed: Story = {
  args: { search: () => Promise.reject(new TypeError('fetch')), isOpen: true },
}
export const Refused: Story = { args: { search: here, error: 'Choose a customer.' } }

export const InADialog: Story = {
  args: { search: here, isOpen: true },
  render: function InADialog(args) {
    const [open, setOpen] = useState(true)
    return open ? (
      <Dialog title="Link a customer" onClose={() => setOpen(false)}>
        <Show {...args} />
      </Dialog>
    ) : (
      <p style={{ padding: 24 }}>The dialog is closed.</p>
    )
  },
}

const arabic = searchIn([
  { id: '1', label: 'آدا بايرون', hint: 'لندن' },
  { id: '2', label: 'شركة النور للتجارة', hint: 'دبي' },
])

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: {
    search: arabic,
    isOpen: true,
    label: 'العميل',
    hint: 'بالاسم أو المدينة.',
    placeholder: 'بحث',
  },
}
