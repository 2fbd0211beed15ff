import { adopt } from '@sonaqor/ui'
import type { CSSProperties } from 'react'
import sheet from './cut-path.css'

adopt(sheet)

/** So much of its end is seen of a path that finds no room, but of a short one no more than half. */
const endLength = 14

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
  const at = Math.max(path.length - endLength, Math.ceil(path.length / 2))
  const beside = `${after + path.length - at}ch`
  return (
    <span dir="ltr" className="sq-cut-path" style={{ '--sq-beside': beside } as CSSProperties}>
      <span>{path.slice(0, at)}</span>
      <span>{path.slice(at)}</span>
    </span>
  )
}
