import { useModule, useTurn, useViewState } from '@sonaqor/module'

/** As it stands in the address; the app is that of the list of endpoints, too. */
const nothingChosen = { appId: '', type: '', message: '' }

/** Whose inbox it is, what its list is narrowed to, and the message that is open. */
export function useInboxFilter() {
  const { app } = useModule()
  const [{ appId, type, message }, choose] = useViewState(nothingChosen)
  useTurn(() => choose({ type: '', message: '' }))
  return {
    appId: app?.id ?? appId,
    type,
    openMessage: message || undefined,
    chooseApp: (id: string) => choose({ appId: id, type: '', message: '' }),
    narrow: (to: string) => choose({ type: to, message: '' }),
    open: (id: string | undefined) => choose({ message: id ?? '' }, 'beside'),
    leave: () => choose({ type: '', message: '' }),
  }
}

export type InboxFilter = ReturnType<typeof useInboxFilter>
