import { exactly, useLocale, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** A value as it was recorded: an instant on the reader's clock, a list as its parts, anything else as it is. */
export function RecordedValue({ of: value }: { readonly of: unknown }) {
  const say = useText()
  const locale = useLocale()
  if (value === null || value === undefined || value === '' || isEmptyList(value)) {
    return <span className="sq-audit-none">{say(texts.empty)}</span>
  }
  if (Array.isArray(value)) {
    return (
      <ul className="sq-audit-values">
        {value.map((one, at) => (
          // A list of plain values may hold one twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <RecordedValue of={one} />
          </li>
        ))}
      </ul>
    )
  }
  if (typeof value === 'string') {
    return instant.test(value) ? (
      <time dateTime={value} title={value}>
        {exactly(new Date(value), locale)}
      </time>
    ) : (
      <code>{value}</code>
    )
  }
  return <code>{JSON.stringify(value)}</code>
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0
