import type { AuditEntry } from '@sonaqor/contract/audit'
import { adopt, Badge, Fact, Facts, useText, type IconName, type Tone } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import { useId, type ReactNode } from 'react'
import { changesBetween, type Change } from './changes.ts'
import sheet from './entry-changes.css'
import { RecordedValue } from './recorded-value.tsx'
import * as texts from './texts/en.ts'

adopt(sheet)

/** What was another before and after; of what has one side alone, what was recorded. */
export function EntryChanges({ of: { before, after } }: { readonly of: AuditEntry }) {
  const say = useText()
  const changes = changesBetween(before, after)
  const hasSides = (before ?? null) !== null && (after ?? null) !== null
  if (changes.length === 0) return null
  if (!hasSides) {
    return (
      <Part title={say(texts.recorded)}>
        <Facts>
          {changes.map((change) => (
            <Fact key={change.path.join('.')} name={change.path.join(' › ')}>
              <RecordedValue of={change.after ?? change.before} />
            </Fact>
          ))}
        </Facts>
      </Part>
    )
  }
  const same = changes.filter(({ kind }) => kind === 'same')
  return (
    <Part title={say(texts.whatChanged)}>
      <ul className="sq-audit-diff">
        {changes
          .filter(({ kind }) => kind !== 'same')
          .map((change) => (
            <ChangeLine key={`${change.path.join('.')} ${change.kind}`} of={change} />
          ))}
      </ul>
      {same.length > 0 && <Unchanged changes={same} />}
    </Part>
  )
}

interface PartProps {
  readonly title: string
  readonly children: ReactNode
}

function Part({ title, children }: PartProps) {
  const id = useId()
  return (
    <section className="sq-audit-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

type Seen = Exclude<Change['kind'], 'same'>
const kinds: Readonly<Record<Seen, readonly [tone: Tone, icon: IconName, words: Text]>> = {
  added: ['success', 'plus', texts.added],
  removed: ['danger', 'level', texts.removed],
  changed: ['info', 'redirect', texts.changed],
  reordered: ['info', 'redirect', texts.orderChanged],
}

function ChangeLine({ of: { path, kind, before, after } }: { readonly of: Change }) {
  const say = useText()
  if (kind === 'same') return null
  const [tone, icon, words] = kinds[kind]
  return (
    <li>
      <div className="sq-audit-field">
        <code>{path.join(' › ')}</code>
        <Badge tone={tone} icon={icon}>
          {say(words)}
        </Badge>
      </div>
      <div className="sq-audit-sides">
        {before !== undefined && (
          <del>
            <span className="sq-unseen">{say(texts.was)} </span>
            <RecordedValue of={before} />
          </del>
        )}
        {after !== undefined && (
          <ins>
            <span className="sq-unseen">{say(texts.isNow)} </span>
            <RecordedValue of={after} />
          </ins>
        )}
      </div>
    </li>
  )
}

/** What stayed is one press away, for whoever asks how the thing was as a whole. */
function Unchanged({ changes }: { readonly changes: readonly Change[] }) {
  const say = useText()
  return (
    <details className="sq-audit-same">
      <summary>{say(texts.stillThere, { count: changes.length })}</summary>
      <Facts>
        {changes.map(({ path, after }) => (
          <Fact key={path.join('.')} name={path.join(' › ')}>
            <RecordedValue of={after} />
          </Fact>
        ))}
      </Facts>
    </details>
  )
}
