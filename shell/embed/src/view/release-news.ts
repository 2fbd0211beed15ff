import { loadView } from '../releases/load-view.ts'
import { releaseOf } from '../releases/release-of.ts'
import * as texts from '../texts/en.ts'
import type { Placement } from './placement.ts'
import type { Standing } from './standing.ts'

/**
 * What there is to say and do where a view stands in a release that is not the current one; `start`
 * shows it anew.
 */
export function releaseNews(
  { request, stage, wanted, shown }: Standing,
  start: () => void,
): Pick<Placement, 'renew' | 'announce'> {
  async function renew() {
    const current = await wanted.current()
    if (!current || shown.release() === releaseOf(current.module)) return
    await loadView(current.module, current.view.name).catch(() => undefined)
    start()
  }

  async function announce() {
    const release = shown.release()
    // A view above another one stands there for one act, which it is to finish as it began.
    if (!release || request.finish) return
    const current = await wanted.current()
    if (shown.release() !== release) return
    if (!current) return stage.news('release', (say) => say(texts.withdrawn))
    if (releaseOf(current.module) === release) return stage.news('release')
    stage.news(
      'release',
      (say) => say(texts.otherVersion),
      () => void renew(),
    )
  }

  return { renew, announce }
}
