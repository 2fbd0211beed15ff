import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { Input, Select } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { RadioGroup } from '../radio/radio-group.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Wizard } from './wizard.tsx'

export default {
  title: 'UI/Wizard',
  component: Wizard,
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Wizard>

type Story = StoryObj<typeof Wizard>

const environments = [
  { value: 'sandbox', label: 'Sandbox', hint: 'Nothing that happens there is billed.' },
  { value: 'production', label: 'Production', hint: 'Real customers, real money.' },
] as const

const ways = [
  { value: 'each', label: 'Each event by itself' },
  { value: 'batch', label: 'In batches of up to 100' },
] as const

interface EndpointProps {
  readonly url?: string
  readonly fails?: boolean
}

function Endpoint({ url: firstUrl = '', fails = false }: EndpointProps) {
  const [url, setUrl] = useState(firstUrl)
  const [fault, setFault] = useState<string>()
  const [environment, setEnvironment] = useState<'sandbox' | 'production'>('sandbox')
  const [way, setWay] = useState<'each' | 'batch'>('each')
  const check = () => {
    setFault(url ? undefined : 'Give the address that events are to be sent to.')
    return url !== ''
  }
  return (
    <Wizard
      label="Create an endpoint"
      finish="Create endpoint"
      onFinish={() => (fails ? Promise.reject(new Error('taken')) : Promise.resolve())}
      onCancel={() => undefined}
      wordsOf={() => 'Another endpoint has this address already. Change the address.'}
      steps={[
        {
          id: 'address',
          title: 'Address',
          purpose: 'Where events are sent to.',
          check,
          answers: [{ label: 'Address', value: <code>{url}</code> }],
          content: (
            <Field label="Address" hint="It has to begin with https." error={fault}>
              <Input value={url} onChange={setUrl} />
            </Field>
          ),
        },
        {
          id: 'environment',
          title: 'Environment',
          answers: [{ label: 'Environment', value: environment }],
          content: (
            <RadioGroup
              label="Whose events"
              options={environments}
              value={environment}
              onChange={setEnvironment}
            />
          ),
        },
        {
          id: 'delivery',
          title: 'Delivery',
          answers: [{ label: 'Delivery', value: ways.find(({ value }) => value === way)?.label }],
          content: (
            <Field label="How they are sent">
              <Select options={ways} value={way} onChange={setWay} />
            </Field>
          ),
        },
      ]}
    />
  )
}

/** Presses the deciding button some times, as one does on the way. */
async function goOn(canvas: HTMLElement, times: number) {
  for (let step = 0; step < times; step += 1) {
    canvas.querySelector<HTMLButtonElement>('button[type="submit"]')?.click()
    await new Promise((done) => setTimeout(done, 60))
  }
}

const url = 'https://example.com/hooks/events-of-the-partner-dashboard'

export const FirstStep: Story = { render: () => <Endpoint /> }

export const Stopped: Story = {
  render: () => <Endpoint />,
  play: ({ canvasElement }) => goOn(canvasElement, 1),
}

export const UnderWay: Story = {
  render: () => <Endpoint url={url} />,
  play: ({ canvasElement }) => goOn(canvasElement, 1),
}

export const CheckAndConfirm: Story = {
  render: () => <Endpoint url={url} />,
  play: ({ canvasElement }) => goOn(canvasElement, 3),
}

export const NotDone: Story = {
  render: () => <Endpoint url={url} fails />,
  play: ({ canvasElement }) => goOn(canvasElement, 4),
}

const arabicSteps = [
  {
    id: 'address',
    title: 'العنوان',
    answers: [{ label: 'العنوان', value: <code>{url}</code> }],
    content: null,
  },
  {
    id: 'environment',
    title: 'البيئة',
    purpose: 'أحداث أي بيئة تُرسل.',
    answers: [{ label: 'البيئة', value: 'تجريبية' }],
    content: (
      <RadioGroup
        label="أحداث أي بيئة"
        options={[
          { value: 'sandbox', label: 'تجريبية', hint: 'لا يُحتسب ما يحدث فيها.' },
          { value: 'production', label: 'الإنتاج', hint: 'عملاء حقيقيون وأموال حقيقية.' },
        ]}
        value="sandbox"
        onChange={() => undefined}
      />
    ),
  },
]

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <Wizard
      label="إنشاء نقطة استقبال"
      finish="إنشاء نقطة الاستقبال"
      onFinish={() => Promise.resolve()}
      wordsOf={() => 'العنوان مستخدم بالفعل.'}
      steps={arabicSteps}
    />
  ),
  play: ({ canvasElement }) => goOn(canvasElement, 1),
}
