import type { Look } from '@sonaqor/contract/staff'
import type { Host } from '@sonaqor/embed/host'
import { Banner, Button, RelativeTime, Said, Tabs, useLocale, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { openLook } from './open-look.ts'
import type { StaffApi } from './staff-api.ts'
import * as texts from './texts/en.ts'

const views = {
  'home.projects': texts.projectsTab,
  'keys.list': texts.keysTab,
  'logs.list': texts.logsTab,
}
type View = keyof typeof views

/** What each view is shown by. */
const scopeOf = {
  'home.projects': 'projects:read',
  'keys.list': 'keys:read',
  'logs.list': 'logs:read',
} as const

export interface LookRoomProps {
  readonly api: StaffApi
  readonly look: Look
  readonly onLeave: (isOver: boolean) => void
}

/** The modules of a tenant as it lets them be seen, below a bar that never goes away. */
export function LookRoom({ api, look, onLeave }: LookRoomProps) {
  const say = useText()
  const { tenant, access, scopes } = look
  const shown = (Object.keys(views) as View[]).filter((view) => scopes.includes(scopeOf[view]))
  const [view, choose] = useState<View | undefined>(shown[0])
  const host = useHost(api, look, () => onLeave(true))
  return (
    <>
      <section className="sq-look-bar" aria-label={tenant.name}>
        <Banner
          tone="warning"
          title={say(texts.readOnlyBar, { tenant: tenant.name })}
          actions={<Button onClick={() => onLeave(false)}>{say(texts.leave)}</Button>}
        >
          {say(texts.allIsRecorded)}{' '}
          {access.until && (
            <Said of={texts.endsWhen} with={{ when: <RelativeTime at={access.until} /> }} />
          )}
        </Banner>
      </section>
      {view && (
        <Tabs
          label={tenant.name}
          tabs={shown.map((id) => ({ id, label: say(views[id]) }))}
          value={view}
          onChange={choose}
        >
          <Placed
            key={view}
            host={host}
            view={view}
            onNavigate={(wanted) => {
              const known = shown.find((one) => one === wanted)
              if (known) choose(known)
            }}
          />
        </Tabs>
      )}
    </>
  )
}

/** The same host as everywhere, with what the tenant has lent in the place of a member's rights. */
function useHost(api: StaffApi, look: Look, onOver: () => void): Host {
  const locale = useLocale()
  const [host] = useState(() => openLook(api, look, { locale, onOver }))
  useEffect(() => () => host.close(), [host])
  useEffect(() => host.update({ locale }), [host, locale])
  return host
}

interface PlacedProps {
  readonly host: Host
  readonly view: View
  readonly onNavigate: (view: string) => void
}

function Placed({ host, view, onNavigate }: PlacedProps) {
  const place = useRef<HTMLDivElement>(null)
  const navigate = useEffectEvent(onNavigate)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const placement = host.place(element, { view, navigate: (wanted) => navigate(wanted) })
    return () => void placement.remove()
  }, [host, view])
  return <div ref={place} />
}
