import { useEffect, type ReactNode } from 'react'
import { Banner } from '../banner/banner.tsx'
import { Button } from '../button/button.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { failureOfReading } from './problem.ts'
import { Skeleton } from './skeleton.tsx'
import { Failed, NoPermission } from './states.tsx'

/** The part of a query's result that is drawn; the result of `useQuery` fits as it is. */
export interface Readable<Data> {
  readonly status: 'pending' | 'error' | 'success'
  readonly data: Data | undefined
  readonly error: unknown
  readonly refetch: () => unknown
  /** `paused` while it waits for a network; what never says so never waits. */
  readonly fetchStatus?: 'fetching' | 'paused' | 'idle'
  /** What is shown is of another question, until the answer to this one is there. */
  readonly isPlaceholderData?: boolean
}

export interface LoadedProps<Data> {
  readonly of: Readable<Data>
  /** Drawn in place of an empty list. */
  readonly empty?: ReactNode
  /** The shape of what is to come. */
  readonly loading?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/**
 * Draws the four states of anything that is read: loading, failed, empty, ready. What was read once
 * stays in view when a later reading fails, with a word above it. What waits for the network says so, and
 * goes on by itself.
 */
export function Loaded<Data>({ of, empty, loading, children }: LoadedProps<Data>) {
  const say = useText()
  const retry = () => void of.refetch()
  useBackOnline(of.status === 'error', retry)

  if (of.data === undefined && of.status === 'error') {
    const failure = failureOfReading(of.error, say)
    return failure.scope ? (
      <NoPermission scope={failure.scope} />
    ) : (
      <Failed failure={failure} onRetry={retry} />
    )
  }

  const isWaiting = of.data === undefined || of.isPlaceholderData
  return (
    <>
      {isWaiting && of.fetchStatus === 'paused' && (
        <Banner title={say(texts.offline)}>{say(texts.offlineDetail)}</Banner>
      )}
      {of.status === 'error' && <Stale error={of.error} onRetry={retry} />}
      {of.data === undefined
        ? (loading ?? <Skeleton />)
        : empty && isEmptyList(of.data)
          ? empty
          : children(of.data)}
    </>
  )
}

/**
 * What failed is asked for once more when the network is back: nobody should have to press for that.
 * A module that was opened while there was none has not heard that it went, and would do nothing.
 */
function useBackOnline(hasFailed: boolean, retry: () => void): void {
  useEffect(() => {
    if (!hasFailed) return
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  })
}

interface StaleProps {
  readonly error: unknown
  readonly onRetry: () => void
}

function Stale({ error, onRetry }: StaleProps) {
  const say = useText()
  const { reason, advice } = failureOfReading(error, say)
  return (
    <Banner
      tone="warning"
      title={say(texts.outOfDate)}
      actions={
        <Button size="small" onClick={onRetry}>
          {say(texts.retry)}
        </Button>
      }
    >
      {reason} {advice}
    </Banner>
  )
}

function isEmptyList(data: unknown): boolean {
  return Array.isArray(data) && data.length === 0
}
