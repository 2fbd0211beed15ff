import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { Button } from '../button/button.tsx'
import { Input } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { PanelButton } from './panel-button.tsx'

interface Words {
  readonly name: string
  readonly shown: string
  readonly field: string
  readonly done: string
}

function Amount({ name, shown, field, done }: Words) {
  return (
    <PanelButton name={name} label={`${name}: ${shown}`} icon="filter" shown={shown} className="">
      {(close) => (
        <div style={{ display: 'grid', gap: 12, padding: 12 }}>
          <Field label={field}>
            <Input value="250" inputMode="decimal" onChange={() => undefined} />
          </Field>
          <Button onClick={close}>{done}</Button>
        </div>
      )}
    </PanelButton>
  )
}

/** What the range of time and the choice of columns are made of. */
export default {
  title: 'UI/Panel button',
  component: Amount,
  args: { name: 'Amount', shown: 'From 250', field: 'At least', done: 'Apply amount' },
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Amount>

type Story = StoryObj<typeof Amount>

const open: Story['play'] = ({ canvasElement }) =>
  canvasElement.querySelector<HTMLElement>('[popover]')?.showPopover()

export const Closed: Story = {}

export const Open: Story = { play: open }

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: { name: 'المبلغ', shown: 'من 250', field: 'لا يقل عن', done: 'تطبيق' },
  play: open,
}
