import type { EmbedSessionState } from '@sonaqor/contract/embeds'
import { useModule, useTurn, useViewState } from '@sonaqor/module'
import type { Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

export const sessionStates: Readonly<Record<EmbedSessionState, Text>> = {
  live: texts.live,
  ended: texts.ended,
  revoked: texts.revoked,
}

/** As it stands in the address, or rather does not: what was not chosen is not in it. */
const nothingFiltered = { state: '', appId: '', search: '' }
const nothingChosen = { ...nothingFiltered, session: '' }

export type Narrowing = typeof nothingFiltered

/** What the list is narrowed to; the empty value is no filter. */
export interface SessionsFilter extends Narrowing {
  readonly state: EmbedSessionState | ''
}

/** The filter in view, the session that is open, and how both are changed. */
export function useSessionsFilter() {
  const { app } = useModule()
  const [{ session, ...chosen }, choose] = useViewState(nothingChosen)
  useTurn(() => choose({ appId: '', session: '' }))
  const filter: SessionsFilter = {
    search: chosen.search,
    appId: app?.id ?? chosen.appId,
    state: isState(chosen.state) ? chosen.state : '',
  }
  return {
    filter,
    isFiltered: Object.values(filter).some((value) => value !== ''),
    narrow: (part: Partial<Narrowing>) => choose({ ...part, session: '' }),
    /** What is typed is told a moment later, and closes no session that was opened meanwhile. */
    seek: (search: string) => choose({ search }),
    clear: () => choose({ ...nothingFiltered, session: '' }),
    openSession: session || undefined,
    open: (id: string | undefined) => choose({ session: id ?? '' }, 'beside'),
  }
}

/** An address may hold anything; what is no state is no choice. */
function isState(name: string): name is EmbedSessionState {
  return Object.hasOwn(sessionStates, name)
}
