import { Button, RelativeTime, Said, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'

export interface LookedToProps {
  readonly at: string
  readonly count: number
  /** The list, which goes on where it ended. */
  readonly of: {
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** A search that would take too long ends early: how far back it came, and the way on. */
export function LookedTo({ at, count, of }: LookedToProps) {
  const say = useText()
  return (
    <div className="sq-more">
      <output>
        {count > 0 && `${say(texts.requestsShown, { count })}. `}
        <Said
          of={count > 0 ? texts.lookedBackTo : texts.noneBackTo}
          with={{ when: <RelativeTime at={at} /> }}
        />
      </output>
      <Button busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        {say(texts.lookFurther)}
      </Button>
    </div>
  )
}
