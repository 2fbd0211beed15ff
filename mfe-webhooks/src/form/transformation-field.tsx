import type { EventTypeEntry } from '@sonaqor/contract/webhook-trials'
import { useModule, useMutation } from '@sonaqor/module'
import { Button, Field, Refusal, Select, Textarea, useText } from '@sonaqor/ui'
import { useEffect, useRef, useState } from 'react'
import { conditionsIn, hasPlaces } from './condition-rows.ts'
import { objectIn } from './object-in.ts'
import { SimulationView } from './simulation-view.tsx'
import * as texts from './texts/en.ts'

export interface TransformationFieldProps {
  readonly value: string
  readonly filter: string
  readonly types: readonly EventTypeEntry[]
  readonly error: string | undefined
  /** The filter lacks something, so that nothing can be tried with it. */
  readonly onFaultyFilter: () => void
  readonly onChange: (value: string) => void
}

/** What makes another payload of each, and beside it what it makes of an example. */
export function TransformationField(props: TransformationFieldProps) {
  const { value, filter, types, error, onFaultyFilter, onChange } = props
  const say = useText()
  return (
    <div className="sq-wh-transformation">
      <Field
        label={say(texts.transformation)}
        hint={say(texts.transformationHint)}
        optional
        error={error}
      >
        <Textarea
          rows={8}
          autoComplete="off"
          spellCheck={false}
          placeholder={exampleCode}
          value={value}
          onChange={onChange}
        />
      </Field>
      <Trying
        transformation={value}
        filter={filter}
        types={types}
        onFaultyFilter={onFaultyFilter}
      />
    </div>
  )
}

interface TryingProps extends Pick<
  TransformationFieldProps,
  'filter' | 'types' | 'onFaultyFilter'
> {
  readonly transformation: string
}

function Trying({ transformation, filter, types, onFaultyFilter }: TryingProps) {
  const say = useText()
  const { api } = useModule()
  const [chosen, choose] = useState('')
  const [written, write] = useState<string>()
  const [isStrange, setStrange] = useState(false)
  const type = types.find(({ name }) => name === chosen) ?? types[0]
  const data = written ?? JSON.stringify(type?.example['data'] ?? {}, null, 2)
  const trial = useMutation({
    mutationFn: (asked: { eventType: string; data: Record<string, unknown> }) =>
      api.webhooks.simulate({
        body: {
          ...asked,
          transformation: transformation.trim() || null,
          filter: [...conditionsIn(filter)],
        },
      }),
  })
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // By itself it would come about where the foot of the form covers it.
    if (trial.data) result.current?.scrollIntoView({ block: 'center' })
  }, [trial.data])
  const tryOut = () => {
    const read = objectIn(data)
    setStrange(!read)
    if (!hasPlaces(filter)) onFaultyFilter()
    else if (read && type) trial.mutate({ eventType: type.name, data: read })
  }
  return (
    <div className="sq-wh-simulation">
      <Field label={say(texts.tryWith)}>
        <Select
          options={types.map(({ name }) => ({ value: name, label: name }))}
          value={type?.name ?? ''}
          onChange={(name) => {
            choose(name)
            write(undefined)
          }}
        />
      </Field>
      <Field label={say(texts.data)} error={isStrange ? say(texts.noObject) : undefined}>
        <Textarea rows={6} autoComplete="off" spellCheck={false} value={data} onChange={write} />
      </Field>
      <div>
        <Button size="small" icon="play" busy={trial.isPending} onClick={tryOut}>
          {say(texts.simulate)}
        </Button>
      </div>
      <Refusal error={trial.error} />
      {/* It stands before there is anything in it, for only then is what comes into it read out. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output of HTML holds no blocks */}
      <div ref={result} role="status">
        {trial.data && <SimulationView of={trial.data} filter={conditionsIn(filter)} />}
      </div>
    </div>
  )
}

const exampleCode = `function transform(event) {
  return { ...event, data: { id: event.data.id } }
}`
