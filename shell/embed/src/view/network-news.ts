import { faults } from '../host/failure.ts'
import * as texts from '../texts/en.ts'
import type { Standing } from './standing.ts'
import { tellFailure } from './tell-failure.ts'

/**
 * Says above a view that stands there, and to its page, that the network is gone, and when it is back.
 * The view stays: what is told is nothing that a retry could change.
 */
export function followNetwork(
  { host, request, stage, wanted, shown }: Standing,
  signal: AbortSignal,
): void {
  let isAway = false

  function goes() {
    const release = shown.release()
    if (isAway || !release) return
    isAway = true
    stage.news('network', (say) => say(texts.away))
    const circumstances = { view: wanted.name(), release, retry: () => undefined }
    tellFailure(host, request, faults.offline, circumstances, texts.away)
  }

  function comes() {
    if (!isAway) return
    isAway = false
    const release = shown.release()
    stage.news('network')
    if (release) request.onReady?.(wanted.name(), release)
  }

  addEventListener('offline', goes, { signal })
  addEventListener('online', comes, { signal })
}
