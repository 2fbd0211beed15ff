import { adopt } from '../styles/adopt.ts'
import sheet from './bone.css'

adopt(sheet)

const widths = [62, 84, 47, 71, 55, 78]

/** A word to come. Another seed makes another length, and always the same one. */
export function Bone({ seed }: { readonly seed: number }) {
  return <span className="sq-bone" style={{ inlineSize: `${widths[seed % widths.length]}%` }} />
}
