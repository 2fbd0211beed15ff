import { adopt } from '../styles/adopt.ts'
import sheet from './skeleton.css'

adopt(sheet)

const widths = [62, 84, 47, 71, 55, 78]

/** The shape of rows to come. A screen reader hears one word in its place. */
export function Skeleton({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div className="sq-skeleton">
      <output className="sq-unseen">Loading</output>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="sq-skeleton-row" aria-hidden="true">
          <span style={{ inlineSize: `${widths[row % widths.length]}%` }} />
          <span style={{ inlineSize: `${widths[(row + 2) % widths.length]}%` }} />
          <span style={{ inlineSize: `${widths[(row + 4) % widths.length]}%` }} />
        </div>
      ))}
    </div>
  )
}
