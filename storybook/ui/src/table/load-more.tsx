import { Button } from '../button/button.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import sheet from './load-more.css'

adopt(sheet)

export interface LoadMoreProps {
  /** How many rows are in view, in the words of whoever knows what they are: "50 keys". */
  readonly counted: string
  /** The part of an endless query that is needed here. */
  readonly of: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** The foot of a list that is read page by page: it grows in place, and nothing above it moves. */
export function LoadMore({ counted, of }: LoadMoreProps) {
  const say = useText()
  return (
    <div className="sq-more">
      <output>{of.hasNextPage ? say(texts.andMore, { counted }) : counted}</output>
      {of.hasNextPage && (
        <Button busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
          {say(texts.loadMore)}
        </Button>
      )}
    </div>
  )
}
