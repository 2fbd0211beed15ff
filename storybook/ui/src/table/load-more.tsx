import { Button } from '../button/button.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './load-more.css'

adopt(sheet)

export interface LoadMoreProps {
  /** How many rows are in view. */
  readonly shown: number
  /** What the rows are, one of them and many: `['project', 'projects']`. */
  readonly what: readonly [one: string, many: string]
  /** The part of an endless query that is needed here. */
  readonly of: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** The foot of a list that is read page by page: it grows in place, and nothing above it moves. */
export function LoadMore({ shown, what: [one, many], of }: LoadMoreProps) {
  return (
    <div className="sq-more">
      <output>
        {of.hasNextPage && 'Showing the first '}
        {shown} {shown === 1 ? one : many}
      </output>
      {of.hasNextPage && (
        <Button busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
          Load more
        </Button>
      )}
    </div>
  )
}
