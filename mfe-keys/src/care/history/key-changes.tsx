import type { Text } from '@sonaqor/module/texts'
import { exactly, Said, useLocale, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import type { KeyEvent } from './use-history.ts'

type Change = NonNullable<KeyEvent['changes']>[number]
type Value = Change['from']

interface FieldWords {
  readonly title: Text
  /** What holds where nothing is set. */
  readonly unset: Text
}

const fields: Readonly<Record<string, FieldWords>> = {
  label: { title: texts.label, unset: texts.never },
  scopes: { title: texts.scopes, unset: texts.never },
  ipAllowlist: { title: texts.allowedAddresses, unset: care.anyAddress },
  requestsPerMinute: { title: texts.requestsPerMinute, unset: care.noLimit },
  expiresAt: { title: texts.expiry, unset: texts.never },
}

/** What of a key was changed, from what to what; of a list what came and what went. */
export function KeyChanges({ of: changes }: { readonly of: readonly Change[] }) {
  return (
    <div className="sq-key-history-changes">
      {changes.map((change) => (
        <p key={change.field}>
          <ChangeLine of={change} />
        </p>
      ))}
    </div>
  )
}

function ChangeLine({ of: { field, from, to } }: { readonly of: Change }) {
  const say = useText()
  const locale = useLocale()
  const words = fields[field]
  // A field that is younger than this module is told by its name.
  const title = words ? say(words.title) : field
  if (isList(from) && isList(to) && from.length > 0 && to.length > 0) {
    const [added, removed] = [without(to, from), without(from, to)]
    return (
      <>
        {added.length > 0 && (
          <Said of={care.changeAdded} with={{ field: title, items: <Listed of={added} /> }} />
        )}
        {added.length > 0 && removed.length > 0 && <br />}
        {removed.length > 0 && (
          <Said of={care.changeRemoved} with={{ field: title, items: <Listed of={removed} /> }} />
        )}
      </>
    )
  }
  const inWords = (value: Value): ReactNode => {
    if (value === null || (isList(value) && value.length === 0)) {
      return words ? say(words.unset) : ''
    }
    if (isList(value)) return <Listed of={value} />
    if (typeof value === 'number') return value.toLocaleString(locale)
    return field === 'expiresAt' ? exactly(new Date(value), locale) : <q>{value}</q>
  }
  return <Said of={care.changedTo} with={{ field: title, from: inWords(from), to: inWords(to) }} />
}

const isList = (value: Value): value is string[] => Array.isArray(value)

const without = (some: readonly string[], others: readonly string[]) =>
  some.filter((one) => !others.includes(one))

function Listed({ of: items }: { readonly of: readonly string[] }) {
  return <code>{items.join(', ')}</code>
}
