import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { Button } from '../button/button.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'
import { Input, Select, Textarea } from './controls.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'

export default {
  title: 'UI/Field',
  component: Field,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 480, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Field>

type Story = StoryObj<typeof Field>

const environments = [
  { value: 'sandbox', label: 'Sandbox' },
  { value: 'production', label: 'Production' },
] as const

const scopes = [
  { value: 'customers:ingest', label: 'customers:ingest', hint: 'Send customers in' },
  { value: 'transactions:ingest', label: 'transactions:ingest', hint: 'Send transactions in' },
  { value: 'logs:read', label: 'logs:read', hint: 'See the requests made with API keys' },
] as const

type Scope = (typeof scopes)[number]['value']

export const AForm: Story = {
  render: function AForm() {
    const [label, setLabel] = useState('Checkout server')
    const [note, setNote] = useState('')
    const [environment, setEnvironment] = useState<'sandbox' | 'production'>('sandbox')
    const [held, setHeld] = useState<readonly Scope[]>(['customers:ingest'])
    return (
      <Form
        onSubmit={() => undefined}
        actions={
          <>
            <Button>Cancel</Button>
            <Button look="primary" type="submit">
              Issue key
            </Button>
          </>
        }
      >
        <Field label="Label" hint="Where it is used, so that it can be told apart later.">
          <Input value={label} onChange={setLabel} />
        </Field>
        <Field label="Environment">
          <Select options={environments} value={environment} onChange={setEnvironment} />
        </Field>
        <CheckboxGroup label="Scopes" options={scopes} value={held} onChange={setHeld} />
        <Field label="Note" optional>
          <Textarea value={note} onChange={setNote} />
        </Field>
      </Form>
    )
  },
}

export const Refused: Story = {
  render: () => (
    <Form onSubmit={() => undefined} actions={<Button type="submit">Issue key</Button>}>
      <Field label="Label" error="Give the key a label.">
        <Input value="" onChange={() => undefined} />
      </Field>
      <CheckboxGroup
        label="Scopes"
        error="Choose at least one scope."
        options={scopes}
        value={[]}
        onChange={() => undefined}
      />
    </Form>
  ),
}

const permissions = [
  { value: 'customers:ingest', label: 'customers:ingest', hint: 'إرسال العملاء' },
  { value: 'logs:read', label: 'logs:read', hint: 'الاطلاع على الطلبات' },
] as const

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <Form
      onSubmit={() => undefined}
      actions={
        <Button look="primary" type="submit">
          إصدار مفتاح
        </Button>
      }
    >
      <Field label="التسمية" hint="أين يُستخدم المفتاح." error="أدخل تسمية.">
        <Input value="" onChange={() => undefined} />
      </Field>
      <Field label="البيئة">
        <Select
          options={[{ value: 'sandbox', label: 'تجريبية' }]}
          value="sandbox"
          onChange={() => undefined}
        />
      </Field>
      <CheckboxGroup
        label="الصلاحيات"
        options={permissions}
        value={['logs:read']}
        onChange={() => undefined}
      />
      <Field label="ملاحظة" optional>
        <Textarea value="" onChange={() => undefined} />
      </Field>
    </Form>
  ),
}

const many = Array.from({ length: 12 }, (_, index) => ({
  value: `scope:${index}`,
  label: `scope:${index}`,
  hint: 'What it lets one do',
}))

/** More than find room: the list ends within a row, so that one sees that it goes on. */
export const ManyChoices: Story = {
  render: function ManyChoices() {
    const [held, setHeld] = useState<readonly string[]>(['scope:1'])
    return <CheckboxGroup label="Scopes" options={many} value={held} onChange={setHeld} />
  },
}
