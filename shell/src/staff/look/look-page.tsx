import type { Look } from '@sonaqor/contract/staff'
import type { Host } from '@sonaqor/embed/host'
import type { Environment } from '@sonaqor/module'
import { languages as languagesOfUi, useLoadedLocale } from '@sonaqor/ui/texts'
import { adopt, Surface, Tabs, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { EnvironmentSwitch } from '../../frame/where/environment-switch.tsx'
import { languages as languagesOfShell } from '../../texts/index.ts'
import sheet from './look-page.css'
import * as texts from '../texts/en.ts'
import { languages } from '../texts/index.ts'

adopt(sheet)

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

export interface LookPageProps {
  readonly look: Look
  readonly locale: string
  /** The same as everywhere, with what the tenant has lent in the place of a member's rights. */
  readonly host: Host
}

const spoken = [languagesOfUi, languagesOfShell, languages]

/** The modules of a tenant as it lets them be seen. */
export function LookPage({ look, locale, host }: LookPageProps) {
  const shown = useLoadedLocale(locale, spoken)
  useEffect(() => {
    document.documentElement.lang = shown
    document.title = `${look.tenant.name} · Sonaqor`
  }, [look, shown])
  return (
    <Surface locale={shown}>
      <main className="sq-look-page">
        <LentEnvironments look={look} host={host} />
        <LentViews look={look} host={host} />
      </main>
    </Surface>
  )
}

/** Each environment that was lent is looked at by itself, as members do; where it is one, it is named. */
function LentEnvironments({ look: { environments }, host }: Omit<LookPageProps, 'locale'>) {
  const [environment, choose] = useState<Environment>(host.state().environment)
  return (
    <div className="sq-look-where">
      <EnvironmentSwitch
        {...{ environments }}
        value={environment}
        onChange={(chosen) => {
          host.update({ environment: chosen })
          choose(chosen)
        }}
      />
    </div>
  )
}

function LentViews({ look: { tenant, scopes }, host }: Omit<LookPageProps, 'locale'>) {
  const say = useText()
  const shown = (Object.keys(views) as View[]).filter((view) => scopes.includes(scopeOf[view]))
  const [view, choose] = useState<View | undefined>(shown[0])
  if (!view) return <p>{say(texts.nothingLent)}</p>
  return (
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
  )
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
