import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { Bone } from './bone.tsx'
import sheet from './skeleton.css'

adopt(sheet)

/** The shape of rows to come. A screen reader hears one word in its place. */
export function Skeleton({ rows = 6 }: { readonly rows?: number }) {
  const say = useText()
  return (
    <div className="sq-skeleton" aria-busy="true">
      <output className="sq-unseen">{say(texts.loading)}</output>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="sq-skeleton-row" aria-hidden="true">
          <Bone seed={row} />
          <Bone seed={row + 2} />
          <Bone seed={row + 4} />
        </div>
      ))}
    </div>
  )
}
