import { adopt, Checkbox, Icon, useText } from '@sonaqor/ui'
import { useId } from 'react'
import * as texts from '../texts/en.ts'
import sheet from './scope-choice.css'
import { allows, byResource } from '../key/scope-words.ts'

adopt(sheet)

export interface ScopeChoiceProps<Scope extends string> {
  /** What may be given here. */
  readonly scopes: readonly Scope[]
  /** How to choose. */
  readonly hint: string
  readonly error: string | undefined
  readonly value: readonly Scope[]
  readonly onChange: (value: readonly Scope[]) => void
}

/** What the key may do, by what it is about; nothing is chosen before somebody chooses it. */
export function ScopeChoice<Scope extends string>(props: ScopeChoiceProps<Scope>) {
  const { scopes, hint, error, value, onChange } = props
  const say = useText()
  const id = useId()
  const toggle = (scope: Scope) =>
    onChange(value.includes(scope) ? value.filter((held) => held !== scope) : [...value, scope])

  return (
    <fieldset
      className="sq-field"
      aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
    >
      <legend className="sq-field-label">{say(texts.scopes)}</legend>
      <p className="sq-field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div className="sq-scopes" data-invalid={error ? true : undefined}>
        {byResource(scopes).map(({ resource, title, scopes: some }) => (
          // A part of the question is no question of its own, as a fieldset would be.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          <div key={resource} role="group" aria-labelledby={`${id}-${resource}`}>
            <p className="sq-scopes-title" id={`${id}-${resource}`}>
              {title ? say(title) : resource}
            </p>
            {some.map((scope) => {
              const sentence = allows(scope)
              return (
                <Checkbox
                  key={scope}
                  label={scope}
                  hint={sentence && say(sentence)}
                  checked={value.includes(scope)}
                  onChange={() => toggle(scope)}
                />
              )
            })}
          </div>
        ))}
      </div>
      <p className="sq-field-hint">
        <output>{say(texts.scopesChosen, { count: value.length, all: scopes.length })}</output>
      </p>
      {error && (
        <p className="sq-field-error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </fieldset>
  )
}
