import { createHost, type Host } from '@sonaqor/embed/host'
import { grantOfLook } from './grant-of-look.ts'
import { noLive } from './no-live.ts'
import type { TakenLook } from './take-look.ts'

/** Opens the modules of a tenant that lets somebody of the staff look. */
export function openLook({ look, locale, enterAgain, tellOver }: TakenLook): Host {
  return createHost({
    kind: 'shell',
    origin: location.origin,
    grant: grantOfLook(look),
    renew: async () => grantOfLook(await enterAgain()),
    meet: (send) => async (request) => {
      const reply = await send(request)
      if (reply.status === 401) tellOver()
      return reply
    },
    appearance: { theme: 'auto', density: 'cosy' },
    locale,
    live: noLive,
  })
}
