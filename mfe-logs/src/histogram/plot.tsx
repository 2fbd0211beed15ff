import type { LogHistogram } from '@sonaqor/contract/logs'
import { useLocale, useText, type Instants } from '@sonaqor/ui'
import { useId, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import * as texts from '../insight/texts/en.ts'
import {
  countsIn,
  endsOf,
  groups,
  height,
  instantsIn,
  moved,
  pathsOf,
  placeAt,
  reachIn,
  totalOf,
  uncountedShare,
  type Stretch,
} from './bars.ts'
import { Counts } from './counts.tsx'
import { inWords, mark, toTheSecond } from './instants.ts'

export interface PlotProps {
  readonly of: LogHistogram
  readonly onZoom: (to: Instants) => void
  readonly acts: ReactNode
  /** It is of a stretch that has an end of its own; otherwise more may be in the list than was counted. */
  readonly isOver: boolean
}

const reachTexts = {
  all: texts.requestsIn,
  part: texts.requestsAtLeastIn,
  nothing: texts.uncountedIn,
}

/** The bars. A stretch of them is chosen by dragging or by Shift and arrows, and Enter leads into it. */
export function Plot({ of, onZoom, acts, isOver }: PlotProps) {
  const say = useText()
  const locale = useLocale()
  const id = useId()
  const { buckets } = of
  const [chosen, setChosen] = useState<Stretch>()
  const [isDragged, setDragged] = useState(false)
  const shown = chosen && Math.max(chosen.at, chosen.since) < buckets.length ? chosen : undefined
  const counts = countsIn(of, shown)
  const inView = shown ? instantsIn(of, shown) : of
  const reach = reachIn(of, inView)
  const from = reach === 'part' ? of.completeFrom : inView.from
  const when = inWords({ from, to: inView.to }, of.intervalSeconds, locale)

  const zoom = (stretch: Stretch) => {
    onZoom(instantsIn(of, stretch))
    setChosen(undefined)
  }
  const press = (event: KeyboardEvent) => {
    const to = moved(event.key, event.shiftKey, shown, buckets.length)
    if (to) setChosen(to)
    else if (event.key === 'Enter' && shown) zoom(shown)
    else if (event.key === 'Escape' && shown) setChosen(undefined)
    else return
    event.preventDefault()
  }
  const at = (event: PointerEvent) =>
    placeAt(event.clientX, event.currentTarget.getBoundingClientRect(), buckets.length)
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragged(true)
    setChosen({ at: at(event), since: at(event) })
  }
  const move = (event: PointerEvent) => {
    if (isDragged && chosen) setChosen({ ...chosen, at: at(event) })
    else if (event.pointerType === 'mouse') setChosen({ at: at(event), since: at(event) })
  }
  const up = () => {
    setDragged(false)
    // A press that goes nowhere looks at a bar.
    if (isDragged && chosen && chosen.at !== chosen.since) zoom(chosen)
  }
  const [first, last] = shown ? endsOf(shown) : [0, -1]
  const valueText = say(reachTexts[reach], {
    when,
    count: totalOf(counts),
    refused: counts['4xx'],
    failed: counts['5xx'],
  })
  const uncounted = uncountedShare(of)

  return (
    <>
      <div className="sq-histogram-head">
        <Counts of={counts} when={when} reach={reach} />
        {acts}
      </div>
      <p className="sq-unseen">{valueText}</p>
      <p id={id} hidden>
        {say(texts.howToZoom)}
      </p>
      {/* A choice among the bars is none of a form's fields, and has two ends. */}
      <div
        className="sq-histogram-plot"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        aria-label={say(texts.stretchOfTime)}
        aria-valuemin={0}
        aria-valuemax={buckets.length - 1}
        aria-valuenow={shown?.at ?? buckets.length - 1}
        aria-valuetext={valueText}
        aria-describedby={id}
        aria-keyshortcuts="ArrowLeft ArrowRight Home End Enter Escape"
        title={say(texts.howToZoom)}
        data-dragged={isDragged || undefined}
        onKeyDown={press}
        onBlur={() => setChosen(undefined)}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => {
          setDragged(false)
          setChosen(undefined)
        }}
        onPointerLeave={() => !isDragged && setChosen(undefined)}
      >
        <svg
          viewBox={`0 0 ${buckets.length} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {shown && <rect x={first} width={last - first + 1} height={height} />}
          {groups.map((group) => (
            <path key={group} data-group={group} d={pathsOf(buckets)[group]} />
          ))}
        </svg>
        {uncounted > 0 && (
          <span
            className="sq-histogram-uncounted"
            aria-hidden="true"
            style={{ inlineSize: `${uncounted * 100}%` }}
          >
            <span>{say(texts.uncounted)}</span>
          </span>
        )}
      </div>
      <p className="sq-histogram-axis" aria-hidden="true">
        <span>{mark(of.from, of, locale)}</span>
        <span>
          {isOver
            ? mark(of.to, of, locale, { timeZoneName: 'short' })
            : say(texts.countedAt, { at: mark(of.to, of, locale, toTheSecond) })}
        </span>
      </p>
    </>
  )
}
