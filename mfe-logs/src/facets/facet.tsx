import { Button, useLocale, useText } from '@sonaqor/ui'
import { useId, useState } from 'react'
import * as texts from '../insight/texts/en.ts'
import { CutPath } from '../logs/cut-path.tsx'

interface Value {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly isAsked: boolean
}

export interface FacetProps {
  readonly title: string
  readonly values: readonly Value[]
  readonly isApproximate: boolean
  /** Among so many of the newest, where that is not of all. */
  readonly among: number | undefined
  readonly isMono: boolean
  readonly onToggle: (value: string) => void
}

/** So many are seen at first. */
const few = 5
/** Of so many alone it is told how many requests have them. */
const countedAtMost = 20

/** The commonest values of one field; a press asks for one as well, another press no longer does. */
export function Facet({ title, values, isApproximate, among, isMono, onToggle }: FacetProps) {
  const id = useId()
  const say = useText()
  const number = new Intl.NumberFormat(useLocale())
  const [isWhole, setWhole] = useState(false)
  const most = Math.max(1, ...values.map(({ count }) => count))
  const shown = values.filter(({ isAsked }, at) => isWhole || at < few || isAsked)
  if (values.length === 0) return null
  return (
    <section className="sq-facet" aria-labelledby={id}>
      <h3 id={id}>
        {title}
        {isApproximate && among !== undefined && (
          <span>{say(texts.ofNewest, { count: among })}</span>
        )}
      </h3>
      <ul>
        {shown.map(({ value, label, count, isAsked }) => (
          <li key={value}>
            <button type="button" aria-pressed={isAsked} onClick={() => onToggle(value)}>
              <span className="sq-facet-share" style={{ inlineSize: `${(count / most) * 100}%` }} />
              <span className="sq-facet-label" data-mono={isMono || undefined} title={label}>
                {isMono ? <CutPath path={label} /> : label}
              </span>
              <span className="sq-facet-count">{number.format(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {isWhole && values.length >= countedAtMost && (
        <p className="sq-facet-note">{say(texts.commonestAlone, { count: values.length })}</p>
      )}
      {values.length > few && (
        <Button
          look="quiet"
          size="small"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? say(texts.fewer) : say(texts.more, { count: values.length - few })}
        </Button>
      )}
    </section>
  )
}
