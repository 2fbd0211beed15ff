import {
  Banner,
  Button,
  Chart,
  CodeBlock,
  Dialog,
  Field,
  Input,
  Link,
  PartOfPage,
  RadioGroup,
  SecretPanel,
  Section,
  Select,
  StatCard,
  StatCards,
  Switch,
  Tabs,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import { SpecimenTable } from './specimen-table.tsx'
import * as texts from './texts/en.ts'

/** One of each part that a module draws, with contents that could be real. */
export function LookSpecimen() {
  const say = useText()
  const toast = useToast()
  const [tab, setTab] = useState<'active' | 'all'>('active')
  const [isOpen, open] = useState(false)
  return (
    <PartOfPage value>
      <div className="sq-page">
        <header className="sq-page-head">
          <div className="sq-page-words">
            <h2 className="sq-page-title">{say(texts.sampleTitle)}</h2>
            <p className="sq-page-purpose">{say(texts.samplePurpose)}</p>
          </div>
          <div className="sq-page-actions">
            <Button onClick={() => toast({ tone: 'success', title: say(texts.sampleToast) })}>
              {say(texts.showMessage)}
            </Button>
            <Button look="primary" icon="plus" onClick={() => open(true)}>
              {say(texts.sampleAct)}
            </Button>
          </div>
        </header>
        <Banner tone="warning" title={say(texts.sampleWarning)}>
          <Link href="#preview">{say(texts.sampleLink)}</Link>
        </Banner>
        <StatCards>
          <StatCard
            title={say(texts.sampleRequests)}
            value={say(texts.sampleCount, { count: 48_210 })}
            values={course}
            summary={say(texts.sampleCourse)}
          />
          <StatCard title={say(texts.sampleKeys)} value={say(texts.sampleCount, { count: 12 })} />
        </StatCards>
        <Tabs
          label={say(texts.sampleKeys)}
          tabs={[
            { id: 'active', label: say(texts.sampleActive), count: 3 },
            { id: 'all', label: say(texts.sampleAll), count: 4 },
          ]}
          value={tab}
          onChange={setTab}
        >
          <SpecimenTable all={tab === 'all'} />
        </Tabs>
        <SpecimenChart />
        <SpecimenForm />
        <SecretPanel
          label={say(texts.sampleKey)}
          secret="sq_test_4fK2example9wQ7x"
          warning={say(texts.sampleSecretWarning)}
        />
        <CodeBlock label={say(texts.sampleEvent)} language="json" code={event} />
        {isOpen && <SpecimenDialog onClose={() => open(false)} />}
      </div>
    </PartOfPage>
  )
}

const course = [210, 260, 240, 310, 380, 350, 420, 470, 440, 540]
const event = JSON.stringify({
  type: 'keys.issued',
  attempt: 1,
  live: true,
  ref: { keyId: 'key_8Qm' },
})

function SpecimenChart() {
  const say = useText()
  return (
    <Chart
      kind="bar"
      title={say(texts.sampleChart)}
      unit={say(texts.sampleUnit)}
      range={say(texts.sampleRange)}
      axis={say(texts.sampleAxis)}
      along="names"
      of={{
        status: 'success',
        error: null,
        refetch: () => undefined,
        data: {
          places: ['DE', 'FR', 'PL', 'ES'],
          series: [
            { name: say(texts.sampleActive), values: [4210, 2870, 1420, 960] },
            { name: say(texts.sampleRevoked), values: [1210, 1870, 720, 460] },
          ],
        },
      }}
    />
  )
}

function SpecimenForm() {
  const say = useText()
  const [label, setLabel] = useState('')
  const [zone, setZone] = useState('eu')
  const [mode, setMode] = useState<'read' | 'write'>('read')
  const [isOn, turn] = useState(true)
  return (
    <Section title={say(texts.sampleForm)}>
      <Field label={say(texts.sampleLabel)} hint={say(texts.sampleHint)}>
        <Input value={label} onChange={setLabel} placeholder={say(texts.samplePlaceholder)} />
      </Field>
      <Field label={say(texts.sampleRegion)} error={say(texts.sampleError)}>
        <Select
          value={zone}
          onChange={setZone}
          options={[
            { value: 'eu', label: say(texts.sampleEurope) },
            { value: 'us', label: say(texts.sampleAmerica) },
          ]}
        />
      </Field>
      <RadioGroup
        label={say(texts.sampleAccess)}
        options={[
          { value: 'read', label: say(texts.sampleRead) },
          { value: 'write', label: say(texts.sampleWrite) },
        ]}
        value={mode}
        onChange={setMode}
      />
      <Switch label={say(texts.sampleSwitch)} on={isOn} onChange={turn} />
    </Section>
  )
}

function SpecimenDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const [label, setLabel] = useState('')
  return (
    <Dialog
      title={say(texts.sampleAct)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.cancel)}</Button>
          <Button look="danger" onClick={onClose}>
            {say(texts.sampleRevoke)}
          </Button>
          <Button look="primary" onClick={onClose}>
            {say(texts.sampleAct)}
          </Button>
        </>
      }
    >
      <Field label={say(texts.sampleLabel)} hint={say(texts.sampleHint)}>
        <Input value={label} onChange={setLabel} />
      </Field>
    </Dialog>
  )
}
