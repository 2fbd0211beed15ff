import type { Look } from '@sonaqor/contract/staff'
import { createHost, type Host } from '@sonaqor/embed/host'
import type { StaffApi } from './staff-api.ts'
import { grantOfLook } from './staff-desk.ts'

/** A token lives for five minutes; so long after it came it is changed for the next. */
const tokenMs = 240_000

interface LookOptions {
  readonly locale: string
  /** The tenant has ended it, its time is over, or the session of whoever looks is. */
  readonly onOver: () => void
}

/** Opens the modules of a tenant that lets somebody of the staff look. */
export function openLook(api: StaffApi, look: Look, { locale, onOver }: LookOptions): Host {
  let held = { look, at: performance.now() }
  let isOver = false

  /** However many requests hear of it, it is over once. */
  function end() {
    if (!isOver) onOver()
    isOver = true
  }

  async function enterAgain(): Promise<Look> {
    try {
      return await api.staff.enterLook({ params: { id: look.access.id } })
    } catch (error) {
      end()
      throw error
    }
  }

  return createHost({
    kind: 'shell',
    origin: location.origin,
    grant: grantOfLook(look),
    renew: async () => {
      // No socket is opened to a look, and what asks for one again and again has the token that there is.
      if (performance.now() - held.at < tokenMs) return grantOfLook(held.look)
      held = { look: await enterAgain(), at: performance.now() }
      return grantOfLook(held.look)
    },
    meet: (send) => async (request) => {
      const reply = await send(request)
      if (reply.status === 401) end()
      return reply
    },
    appearance: { theme: 'auto', density: 'cosy' },
    locale,
  })
}
