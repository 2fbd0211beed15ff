import { createClient } from '@sonaqor/contract/client'
import type { ViewStateStore } from '@sonaqor/module'
import { NoPermission, Tabs, useText } from '@sonaqor/ui'
import { useMemo } from 'react'
import { Deliveries } from './deliveries.tsx'
import { Inbox } from './inbox.tsx'
import * as texts from './texts/en.ts'
import { useUnreadCount, type ReadingHost } from './unread.ts'
import { useAddress } from './use-address.ts'
import { Ways } from './ways.tsx'

export interface NotificationsProps {
  readonly host: ReadingHost
  readonly viewState: ViewStateStore
  readonly scopes: readonly string[]
}

const parts = ['inbox', 'preferences', 'deliveries'] as const
const scope = 'notifications:read'

/** What one was told, how one wants to hear, and for those who may see it, what was sent to whom. */
export function Notifications({ host, viewState, scopes }: NotificationsProps) {
  const say = useText()
  const api = useMemo(() => createClient(host.request), [host])
  const unread = useUnreadCount(host)
  const [chosen, choose] = useAddress(viewState)
  const mayLook = scopes.includes(scope)
  const open = parts.find((part) => part === chosen['show']) ?? 'inbox'
  const tabs = [
    { id: 'inbox', label: say(texts.inbox), ...(unread > 0 && { count: unread }) },
    { id: 'preferences', label: say(texts.preferences) },
    { id: 'deliveries', label: say(texts.deliveries) },
  ] as const
  return (
    <Tabs
      label={say(texts.notifications)}
      tabs={tabs.filter(({ id }) => mayLook || id !== 'deliveries' || open === id)}
      value={open}
      onChange={(part) => choose({ ...nothingChosen, show: part === 'inbox' ? '' : part })}
    >
      {open === 'inbox' && <Inbox {...{ api, host, chosen, choose }} />}
      {open === 'preferences' && <Ways api={api} />}
      {open === 'deliveries' &&
        (mayLook ? (
          <Deliveries {...{ api, chosen, choose }} seesTeam={scopes.includes('team:read')} />
        ) : (
          <NoPermission scope={scope} purpose={say(texts.toSeeDeliveries)} />
        ))}
    </Tabs>
  )
}

/** What narrows one part says nothing in another. */
const nothingChosen = { unread: '', state: '', kind: '', channel: '', member: '' }
