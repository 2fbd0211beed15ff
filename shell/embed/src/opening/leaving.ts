import type { ModuleHost } from '@sonaqor/module'
import type { Host } from '../host/host.ts'
import type { Stage } from '../stage/stage.ts'
import * as texts from '../texts/en.ts'

/**
 * How a view of a partner's page leads to a window of ours. The window is opened before anything is
 * waited for, because a browser lets one be opened only by a press; where it leads is found out then.
 */
export function leavingBy(
  host: Host,
  stage: Stage,
  gone: AbortSignal,
): NonNullable<ModuleHost['leaveFor']> {
  return async (view, params = {}) => {
    const opened = window.open('', '_blank')
    // What stands in it must not reach back into this page.
    if (opened) opened.opener = null
    try {
      const { leaveFor } = await import('./leave-for.ts')
      await leaveFor(host, stage, { view, params, opened, gone })
    } catch (error) {
      reportError(error)
      opened?.close()
      stage.news('opening', (say) => say(texts.notOpened))
    }
  }
}
