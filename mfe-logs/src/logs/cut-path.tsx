import { adopt } from '@sonaqor/ui'
import type { CSSProperties } from 'react'
import sheet from './cut-path.css'

adopt(sheet)

/**
 * So much of its end is seen of a path that finds no room, and less where there is little; of a short one no
 * more than half.
 */
const endLength = 28
const shortEndLength = 14

export interface CutPathProps {
  readonly path: string
  /** How many letters stand before it in its line. */
  readonly after?: number
}

/**
 * A path that is cut in its middle where it finds no room, for its end tells it from its neighbours. It is
 * of letters that are all as wide.
 */
export function CutPath({ path, after = 0 }: CutPathProps) {
  const half = Math.ceil(path.length / 2)
  const long = Math.max(path.length - endLength, half)
  const short = Math.max(path.length - shortEndLength, half)
  const beside = (at: number) => `${after + path.length - at}ch`
  const room = { '--sq-beside': beside(long), '--sq-beside-short': beside(short) }
  return (
    <span dir="ltr" className="sq-cut-path" style={room as CSSProperties}>
      <span>
        <span>{path.slice(0, long)}</span>
        {path.slice(long, short)}
      </span>
      <span>{path.slice(short)}</span>
    </span>
  )
}
