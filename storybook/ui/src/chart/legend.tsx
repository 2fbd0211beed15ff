import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { dashOf, type Series } from './chart-data.ts'

export interface LegendProps {
  readonly series: readonly Series[]
  readonly hidden: ReadonlySet<string>
  readonly onToggle: (name: string) => void
  /** Shown only where there is no room for names beside the lines. */
  readonly isSpare: boolean
}

/** Which colour is which series; a press takes one out of the drawing and brings it back. */
export function Legend({ series, hidden, onToggle, isSpare }: LegendProps) {
  const say = useText()
  return (
    <ul
      className="sq-chart-legend"
      data-spare={isSpare || undefined}
      aria-label={say(texts.series)}
    >
      {series.map(({ name }, index) => (
        <li key={name}>
          <button
            type="button"
            className="sq-chart-key"
            aria-pressed={!hidden.has(name)}
            onClick={() => onToggle(name)}
          >
            <svg viewBox="0 0 16 4" aria-hidden="true" focusable="false">
              <path
                d="M0 2H16"
                style={{ stroke: `var(--sq-series-${(index % 8) + 1})` }}
                strokeDasharray={[dashOf(index)].flat().join(' ').replace('solid', 'none')}
              />
            </svg>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}
