import { redactionRules } from '@sonaqor/contract/log-redaction-rules'
import { useArrival, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { linesKept, linesSent, type Line } from './lines.ts'
import * as texts from './texts/en.ts'
import type { Tried } from './use-redaction.ts'

/** What was sent, and beside it what the log keeps. The focus comes to it, for it stands below the form. */
export function Kept({ of: tried }: { readonly of: Tried }) {
  const say = useText()
  const { kept, sample } = tried
  const place = useArrival<HTMLElement>()
  const isGone = kept.body !== null && kept.body.text === ''
  return (
    <section ref={place} className="sq-redaction-kept" tabIndex={-1}>
      <h3>{say(texts.takenOut, { count: kept.places.length })}</h3>
      <p className="sq-redaction-aside">
        {kept.operation === null
          ? say(texts.noOperation)
          : say(texts.declaredBy, { operation: kept.operation })}
      </p>
      <div className="sq-redaction-sides">
        <Side label={say(texts.sent)} lines={linesSent(tried)} />
        <Side label={say(texts.kept)} lines={linesKept(tried)}>
          {isGone && say(texts.bodyGone, { bytes: kept.body?.bytes ?? 0 })}
          {!isGone && kept.body?.cut && say(texts.bodyCut, { bytes: kept.body.bytes })}
          {sample.body === '' && say(texts.noBody)}
        </Side>
      </div>
    </section>
  )
}

interface SideProps {
  readonly label: string
  readonly lines: readonly Line[]
  readonly children?: ReactNode
}

/** A request as it goes over the wire; each mark bears the number of its rule. */
function Side({ label, lines, children }: SideProps) {
  return (
    <figure className="sq-redaction-side">
      <figcaption>{label}</figcaption>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section tabIndex={0} aria-label={label}>
        <pre>
          <code>
            {lines.map((line, at) => (
              // They are drawn once, and stay where they are.
              // oxlint-disable-next-line react/no-array-index-key
              <Written key={at} line={line} />
            ))}
          </code>
        </pre>
      </section>
      {children && <p className="sq-redaction-aside">{children}</p>}
    </figure>
  )
}

function Written({ line }: { readonly line: Line }) {
  return (
    <span className="sq-redaction-line">
      {line.map(({ text, rules }, at) =>
        rules.length === 0 ? (
          text
        ) : (
          // The pieces of a line are told by their place alone, and hold no state.
          // oxlint-disable-next-line react/no-array-index-key
          <mark key={at}>
            {text}
            <sup>{rules.map((rule) => redactionRules.indexOf(rule) + 1).join(',')}</sup>
          </mark>
        ),
      )}
      {'\n'}
    </span>
  )
}
