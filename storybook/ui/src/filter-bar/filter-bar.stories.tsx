import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { FilterBar } from './filter-bar.tsx'

export default {
  title: 'UI/Filter bar',
  component: FilterBar,
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof FilterBar>

type Story = StoryObj<typeof FilterBar>

const questions = [
  {
    id: 'status',
    label: 'Status',
    options: [
      { value: 'active', label: 'Active' },
      { value: 'revoked', label: 'Revoked' },
    ],
  },
  {
    id: 'environment',
    label: 'Environment',
    options: [
      { value: 'sandbox', label: 'Sandbox' },
      { value: 'production', label: 'Production' },
    ],
  },
  {
    id: 'owner',
    label: 'Owner',
    options: [{ value: 'ada', label: 'Bundesanstalt für Finanzdienstleistungsaufsicht' }],
  },
] as const

interface KeysProps {
  readonly first?: Readonly<Record<string, string>>
  readonly text?: string
}

function Keys({ first = none, text: firstText = '' }: KeysProps) {
  const [text, setText] = useState(firstText)
  const [values, setValues] = useState(first)
  const clear = () => {
    setText('')
    setValues(none)
  }
  return (
    <FilterBar
      search={{ label: 'Search keys', value: text, onChange: setText, slash: 'page' }}
      filters={questions.map(({ id, label, options }) => ({
        id,
        label,
        options,
        value: values[id] ?? '',
        onChange: (value) => setValues({ ...values, [id]: value }),
      }))}
      onClear={clear}
    />
  )
}

const none: Readonly<Record<string, string>> = {}

export const NothingChosen: Story = { render: () => <Keys /> }

export const Narrowed: Story = {
  render: () => <Keys text="checkout" first={{ status: 'active', owner: 'ada' }} />,
}

/** As it looks where there is little room, once the button has been pressed. */
export const Opened: Story = {
  render: () => <Keys first={{ environment: 'sandbox' }} />,
  play: ({ canvasElement }) =>
    canvasElement.querySelector<HTMLButtonElement>('[aria-expanded]')?.click(),
}

const nothing = () => undefined

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <FilterBar
      search={{ label: 'البحث في المفاتيح', value: 'خادم', onChange: nothing }}
      filters={[
        {
          id: 'status',
          label: 'الحالة',
          options: [
            { value: 'active', label: 'نشط' },
            { value: 'revoked', label: 'ملغى' },
          ],
          value: 'active',
          onChange: nothing,
        },
        {
          id: 'environment',
          label: 'البيئة',
          options: [{ value: 'sandbox', label: 'تجريبية' }],
          value: '',
          onChange: nothing,
        },
      ]}
      onClear={nothing}
    />
  ),
}
