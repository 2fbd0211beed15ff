import { adopt } from '../styles/adopt.ts'
import sheet from './progress.css'

adopt(sheet)

export interface ProgressProps {
  /** What goes on: "Customers export". */
  readonly label: string
  /** From 0 to 1; undefined while nobody knows how much there is. */
  readonly share?: number | undefined
  /** What is said in place of a percentage: "12,400 of 48,000 rows". */
  readonly words?: string | undefined
  readonly tone?: 'accent' | 'success' | 'danger' | 'neutral'
}

/** How far something has come, as a bar. The figures stand beside it, not in it. */
export function Progress({ label, share, words, tone = 'accent' }: ProgressProps) {
  const percent =
    share === undefined ? undefined : Math.round(Math.min(Math.max(share, 0), 1) * 100)
  return (
    <div
      className="sq-progress"
      // The native element lets itself be drawn by no two browsers in the same way.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={words}
      data-tone={tone}
    >
      <div style={percent === undefined ? undefined : { inlineSize: `${percent}%` }} />
    </div>
  )
}
