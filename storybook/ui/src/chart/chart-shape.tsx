import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import type { ChartKind } from './chart-data.ts'

const heights = [38, 52, 46, 70, 62, 84, 58, 74, 90, 66, 78, 54]

/** The shape of a chart to come. A screen reader hears one word in its place. */
export function ChartShape({ kind }: { readonly kind: ChartKind }) {
  const say = useText()
  return (
    <div className="sq-chart-shape" data-kind={kind}>
      <output className="sq-unseen">{say(texts.loading)}</output>
      {kind === 'bar' &&
        heights.map((height) => (
          <span key={height} style={{ blockSize: `${height}%` }} aria-hidden="true" />
        ))}
      {kind === 'line' && (
        <svg viewBox="0 0 120 50" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <path d="M0 38C14 30 20 24 32 27S52 40 64 28 86 8 98 13 112 24 120 18" />
        </svg>
      )}
      {kind === 'pie' && <span className="sq-chart-ring" aria-hidden="true" />}
    </div>
  )
}
