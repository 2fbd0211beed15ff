import type { SentTest } from '@sonaqor/contract/webhook-trials'
import { useState } from 'react'
import type { ReceivedAt } from './tried.ts'

/** What somebody makes of a test, and what came of the last one. */
export interface TestDraft {
  /** None was chosen where it is left out; where it was cleared, it is empty. */
  readonly type?: string | undefined
  readonly data?: string | undefined
  readonly sent?: SentTest | undefined
}

/** What is tried stays in hand as long as somebody is at its endpoint, in whichever part of the page. */
export interface TrialInHand {
  readonly draft: TestDraft
  readonly onDraft: (change: TestDraft) => void
  /** Where there is a debugger to check in. */
  readonly onCheck?: ((sent: SentTest) => void) | undefined
  /** The message that it begins with. */
  readonly given?: ReceivedAt | undefined
}

export function useTrial(onDebug?: () => void): TrialInHand {
  const [draft, change] = useState<TestDraft>({})
  const [given, give] = useState<ReceivedAt>()
  const check = (sent: SentTest) => {
    give(receivedOf(sent))
    onDebug?.()
  }
  return {
    draft,
    onDraft(changed) {
      change((before) => ({ ...before, ...changed }))
      // What was checked before is not the last one any more.
      if (changed.sent) give(undefined)
    },
    given,
    ...(onDebug && { onCheck: check }),
  }
}

const receivedOf = ({ payload, attempt, signature }: SentTest): ReceivedAt => ({
  headers: {
    'webhook-id': signature.id,
    'webhook-timestamp': signature.timestamp,
    'webhook-signature': signature.signatures.map(({ value }) => value).join(' '),
  },
  body: payload,
  at: attempt.at,
})
