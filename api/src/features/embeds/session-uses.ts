import type { Recorder } from '../../core/feature/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import { createLastUses, type LastUses } from '../../core/last-uses/index.ts'
import { markSeen } from './embeds.store.ts'

/** When embed sessions were last seen. */
export const createSessionUses = (foundation: Foundation): LastUses =>
  createLastUses(foundation, {
    things: 'embed sessions',
    by: 'embeds',
    everyMs: 3000,
    write: markSeen,
  })

/** Sees each call of a page whose session still opens something. */
export const sessionRecorder = (uses: LastUses): Recorder => ({
  name: 'embeds',
  wants: ({ principal, response }) => principal.kind === 'embed' && response.status !== 401,
  async record({ principal, at }) {
    if (principal.kind === 'embed') uses.note(principal, at)
  },
})
