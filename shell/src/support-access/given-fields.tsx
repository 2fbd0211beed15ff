import { environmentNames } from '@sonaqor/module'
import { environments, lookScopes } from '@sonaqor/contract/access'
import { CheckboxGroup, Field, Select, useText } from '@sonaqor/ui'
import { lengthOf, scopeWords } from './access-words.ts'
import * as texts from './texts/en.ts'
import type { Given } from './use-support-access.ts'

/** As much as may be given at all: a working day. */
export const everything: Given = { minutes: 480, scopes: lookScopes, environments }

const lengths = [15, 30, 60, 120, 240, 480]

export interface GivenFieldsProps {
  readonly value: Given
  /** No more than this is offered. */
  readonly atMost: Given
  readonly onChange: (value: Given) => void
  /** Whether it was tried already, so that what is missing is said. */
  readonly isAsked: boolean
}

/** For how long, in which environments, and what: no more than was asked for. */
export function GivenFields({ value, atMost, onChange, isAsked }: GivenFieldsProps) {
  const say = useText()
  const offered = [...new Set([...lengths.filter((one) => one < atMost.minutes), atMost.minutes])]
  return (
    <>
      <Field label={say(texts.howLong)}>
        <Select
          options={offered.map((minutes) => ({
            value: String(minutes),
            label: lengthOf(minutes, say),
          }))}
          value={String(value.minutes)}
          onChange={(minutes) => onChange({ ...value, minutes: Number(minutes) })}
        />
      </Field>
      <CheckboxGroup
        label={say(texts.environments)}
        options={atMost.environments.map((one) => ({
          value: one,
          label: say(environmentNames[one]),
        }))}
        value={value.environments}
        onChange={(chosen) => onChange({ ...value, environments: chosen })}
        error={missing(isAsked, value.environments, say(texts.chooseEnvironment))}
      />
      <CheckboxGroup
        label={say(texts.whatIsShown)}
        hint={say(texts.neverPersonal)}
        options={atMost.scopes.map((scope) => ({
          value: scope,
          label: say(scopeWords[scope] ?? texts.whatIsShown),
        }))}
        value={value.scopes}
        onChange={(scopes) => onChange({ ...value, scopes })}
        error={missing(isAsked, value.scopes, say(texts.chooseScope))}
      />
    </>
  )
}

const missing = (isAsked: boolean, chosen: readonly string[], words: string) =>
  isAsked && chosen.length === 0 ? words : undefined

export const isComplete = ({ scopes, environments: places }: Given) =>
  scopes.length > 0 && places.length > 0
