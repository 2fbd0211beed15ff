import type { Scope } from '@sonaqor/contract/access'
import type { EventTypeEntry } from '@sonaqor/contract/webhook-trials'
import { useModule } from '@sonaqor/module'
import { Button, Checkbox, CodeBlock, Input, Loaded, Skeleton, useText } from '@sonaqor/ui'
import { useId, useState } from 'react'
import * as texts from './texts/en.ts'
import { useEventTypes } from './use-event-types.ts'

export interface TypeChoiceProps {
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly error: string | undefined
}

/** The catalogue of event types to choose from: by area, to be searched, each with schema and example. */
export function TypeChoice({ value, onChange, error }: TypeChoiceProps) {
  const id = useId()
  const say = useText()
  // What it gets already it may go on getting, whoever changes the rest.
  const [before] = useState(value)
  const types = useEventTypes(before)
  const [sought, seek] = useState('')
  return (
    <fieldset className="sq-field" aria-describedby={error && id}>
      <legend className="sq-unseen">{say(texts.catalogue)}</legend>
      <Loaded of={types} loading={<Skeleton rows={5} />}>
        {(known) => (
          <>
            <div className="sq-wh-types-head">
              <Input
                type="search"
                aria-label={say(texts.searchTypes)}
                placeholder={say(texts.searchTypes)}
                value={sought}
                onChange={seek}
              />
              <output>{say(texts.typesChosen, { count: value.length, all: known.length })}</output>
            </div>
            <Areas known={found(known, sought)} before={before} value={value} onChange={onChange} />
          </>
        )}
      </Loaded>
      {error && (
        <p id={id} className="sq-field-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function found(types: readonly EventTypeEntry[], sought: string) {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
  return types.filter(({ name, summary }) => {
    const held = `${name} ${summary}`.toLowerCase()
    return words.every((word) => held.includes(word))
  })
}

interface AreasProps extends Pick<TypeChoiceProps, 'value' | 'onChange'> {
  readonly known: readonly EventTypeEntry[]
  readonly before: readonly string[]
}

function Areas({ known, before, value, onChange }: AreasProps) {
  const say = useText()
  const { can } = useModule()
  const chosen = new Set(value)
  const mayChoose = ({ name, scope }: EventTypeEntry) =>
    before.includes(name) || can(scope as Scope)
  const turn = (names: readonly string[], isOn: boolean) => {
    const rest = value.filter((name) => !names.includes(name))
    onChange(isOn ? [...rest, ...names] : rest)
  }
  const areas = Map.groupBy(known, ({ area }) => area)
  if (areas.size === 0) return <p className="sq-wh-quiet">{say(texts.noTypeMatches)}</p>
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="sq-wh-types" tabIndex={0} aria-label={say(texts.catalogue)}>
      {[...areas].map(([area, types]) => {
        const names = types.filter(mayChoose).map(({ name }) => name)
        const areAll = names.every((name) => chosen.has(name))
        return (
          <div key={area} className="sq-wh-types-area">
            <div className="sq-wh-types-title">
              <strong>{area}</strong>
              {names.length > 0 && (
                <Button look="quiet" size="small" onClick={() => turn(names, !areAll)}>
                  {say(areAll ? texts.noneOf : texts.allOf, { area })}
                </Button>
              )}
            </div>
            {types.map((type) => (
              <OneType
                key={type.name}
                of={type}
                isChosen={chosen.has(type.name)}
                mayChoose={mayChoose(type)}
                onTurn={(isOn) => turn([type.name], isOn)}
              />
            ))}
          </div>
        )
      })}
    </section>
  )
}

interface OneTypeProps {
  readonly of: EventTypeEntry
  readonly isChosen: boolean
  readonly mayChoose: boolean
  readonly onTurn: (isOn: boolean) => void
}

function OneType({ of: type, isChosen, mayChoose, onTurn }: OneTypeProps) {
  const { name, summary, scope, schema, example } = type
  const id = useId()
  const say = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="sq-wh-type">
      <div className="sq-wh-type-line">
        <Checkbox
          label={name}
          hint={summary}
          disabledBecause={mayChoose ? undefined : say(texts.typeTakes, { scope })}
          checked={isChosen}
          onChange={onTurn}
        />
        <Button
          look="quiet"
          size="small"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={say(texts.schemaOf, { name })}
          onClick={() => setOpen(!isOpen)}
        >
          {say(texts.schema)}
        </Button>
      </div>
      <div id={id} hidden={!isOpen} className="sq-wh-type-detail">
        {isOpen && (
          <>
            <CodeBlock label={say(texts.example)} language="json" code={JSON.stringify(example)} />
            <CodeBlock label={say(texts.schema)} language="json" code={JSON.stringify(schema)} />
          </>
        )}
      </div>
    </div>
  )
}
