import { useModule } from '@sonaqor/module'
import { Checkbox, Field, focusRefused, Input, RadioGroup, useText } from '@sonaqor/ui'
import { useEffect, useRef, useState } from 'react'
import { perSecondMost, typesOf } from './endpoint-draft.ts'
import type { MoreFieldsProps } from './endpoint-form.tsx'
import { FilterFields } from './filter-fields.tsx'
import { HeaderFields } from './header-fields.tsx'
import * as texts from './texts/en.ts'
import { TransformationField } from './transformation-field.tsx'
import { useEventTypes } from './use-event-types.ts'

/** Whose events, what has to hold of them, what goes with them, how fast, and made into what. */
export function MoreFields(props: MoreFieldsProps) {
  const { draft, headers, onHeaders, headersFor, isNew, refused, isFaulty } = props
  const say = useText()
  const { value, change } = draft
  const types = useEventTypes().data ?? []
  // A partner's page is of one app, and what other apps do is not for it.
  const mayReachAll = useModule().principal.kind === 'member' || value.reach !== 'app'
  const chosen = value.which === 'chosen' ? typesOf(value) : []
  // A simulation is of the filter too; where it lacks a place that is told there, until it has one.
  const [asked, setAsked] = useState<{ readonly filter: string }>()
  const isFilterAsked = asked?.filter === value.filter
  const askFilter = () => setAsked({ filter: value.filter })
  const conditions = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked) focusRefused(conditions.current)
  }, [asked])
  const offered = chosen.length > 0 ? types.filter(({ name }) => chosen.includes(name)) : types
  return (
    <>
      {mayReachAll && (
        <RadioGroup
          label={say(texts.reach)}
          error={refused['reach']}
          options={[
            { value: 'app', label: say(texts.reachApp), hint: say(texts.reachAppHint) },
            { value: 'environment', label: say(texts.reachAll), hint: say(texts.reachAllHint) },
          ]}
          value={value.reach}
          onChange={(reach) => change({ reach })}
        />
      )}
      <div ref={conditions}>
        <FilterFields
          value={value.filter}
          types={offered}
          error={isFaulty('filter') || isFilterAsked ? say(texts.pathMissing) : refused['filter']}
          onChange={(filter) => change({ filter })}
        />
      </div>
      <HeaderFields
        value={headers}
        keptFor={headersFor}
        error={refused['headers']}
        onChange={onHeaders}
      />
      <Field
        label={say(texts.pace)}
        hint={say(texts.paceHint)}
        optional
        error={
          isFaulty('pace')
            ? say(texts.paceStrange, { most: perSecondMost })
            : refused['maxPerSecond']
        }
      >
        <Input
          inputMode="numeric"
          autoComplete="off"
          value={value.pace}
          onChange={(pace) => change({ pace: pace.trim() })}
        />
      </Field>
      <Checkbox
        label={say(texts.ordered)}
        hint={say(texts.orderedHint)}
        checked={value.isOrdered !== ''}
        onChange={(isOn) => change({ isOrdered: isOn ? 'yes' : '' })}
      />
      {isNew && (
        <RadioGroup
          label={say(texts.signing)}
          options={[
            { value: 'hmac', label: say(texts.byHmac), hint: say(texts.byHmacHint) },
            { value: 'ed25519', label: say(texts.byEd25519), hint: say(texts.byEd25519Hint) },
          ]}
          value={value.signing}
          onChange={(signing) => change({ signing })}
        />
      )}
      {isNew && (
        <Checkbox
          label={say(texts.needsConsent)}
          hint={say(texts.needsConsentHint)}
          checked={value.needsConsent !== ''}
          onChange={(isOn) => change({ needsConsent: isOn ? 'yes' : '' })}
        />
      )}
      <TransformationField
        value={value.transformation}
        filter={value.filter}
        types={offered}
        error={refused['transformation']}
        onFaultyFilter={askFilter}
        onChange={(transformation) => change({ transformation })}
      />
    </>
  )
}
