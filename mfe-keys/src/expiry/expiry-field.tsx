import { exactly, Field, Input, Select, useLocale, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { dateFieldOf, endOf, suggestedDate, type Expiry } from './expiry.ts'
import { lifetimesIn } from './lifetimes-in.ts'
import { remindersLeft } from './reminders.ts'

export interface ExpiryFieldProps {
  readonly value: Expiry
  /** When a key that is there already ends, null for never; left out where there is none yet. */
  readonly before?: string | null
  /** A while is counted from then, so that it does not move while somebody reads. */
  readonly openedAtMs: number
  readonly error: string | undefined
  /** It was asked for from elsewhere, and has the focus. */
  readonly isFirst?: boolean
  readonly onChange: (value: Expiry) => void
}

/** When a key ends: after one of the usual times, or at any moment; the exact one is always told. */
export function ExpiryField(props: ExpiryFieldProps) {
  const { value, before, openedAtMs, error, isFirst = false, onChange } = props
  const say = useText()
  const locale = useLocale()
  const isOfDate = value.ends === 'date'
  const end = endOf(value, openedAtMs)
  const hint = end
    ? `${say(texts.endsAt, { when: exactly(new Date(end), locale) })} ${remindersLeft(end, openedAtMs, say)}`.trim()
    : undefined
  return (
    <>
      <Field
        label={say(texts.expiry)}
        {...(hint && !isOfDate && { hint })}
        error={isOfDate ? undefined : error}
      >
        <Select
          options={useChoices(before)}
          value={value.ends}
          data-first={isFirst || undefined}
          onChange={(ends) => onChange({ ends, date: value.date || suggestedDate(openedAtMs) })}
        />
      </Field>
      {isOfDate && (
        <Field label={say(texts.endDate)} {...(hint && { hint })} error={error}>
          <Input
            type="datetime-local"
            value={value.date}
            min={dateFieldOf(openedAtMs)}
            max="9999-12-31T23:59"
            onChange={(date) => onChange({ ...value, date })}
          />
        </Field>
      )}
    </>
  )
}

/** Whoever lives until it is revoked does so as before. */
function useChoices(before: string | null | undefined): { value: Expiry['ends']; label: string }[] {
  const say = useText()
  const locale = useLocale()
  const usual = lifetimesIn(say).filter(({ value }) => before !== null || value !== 'unending')
  const ofOneself = { value: 'date' as const, label: say(texts.onDateEllipsis) }
  if (before === undefined) return [...usual, ofOneself]
  const label = before
    ? say(texts.asBefore, { when: exactly(new Date(before), locale) })
    : say(texts.asBeforeUnending)
  return [{ value: 'kept', label }, ...usual, ofOneself]
}
