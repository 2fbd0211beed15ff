import type { Session } from '@sonaqor/contract/auth'
import type { Host, Router, Routes } from '@sonaqor/embed/host'
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type { MemberSession } from '../session/member-session.ts'
import { openDashboard } from './dashboard-host.ts'
import type { Preferences } from './preferences.ts'

type NavItem = ReturnType<Routes['nav']>[number]

/** What the frame draws around the page: where one can go, and where one is. */
export interface Shown {
  readonly nav: readonly NavItem[]
  readonly current: NavItem | undefined
}

interface DashboardParts {
  readonly session: Session
  readonly member: MemberSession
  readonly router: Router
  readonly preferences: Preferences
}

/** Opens the modules in `main` for as long as the frame stands, and follows what is shown there. */
export function useDashboard(parts: DashboardParts, main: RefObject<HTMLElement | null>): Shown {
  const { preferences, router } = parts
  const host = useRef<Host>(undefined)
  const [shown, setShown] = useState<Shown>({ nav: [], current: undefined })
  const open = useEffectEvent((element: HTMLElement) => openDashboard({ ...parts, main: element }))

  useEffect(() => {
    if (!main.current) return
    const dashboard = open(main.current)
    host.current = dashboard.host
    const stop = follow(dashboard.routes, setShown)
    return () => {
      stop()
      dashboard.close()
    }
  }, [main])

  const { environment, theme } = preferences
  useEffect(() => {
    host.current?.update({ environment, appearance: { theme, density: 'cosy' } })
  }, [environment, theme])

  // The address without a page stands for the first one that the scopes allow, however it was reached.
  useEffect(() => {
    const [home] = shown.nav
    if (home && router.path() === '/') router.replace(home.path)
  }, [shown, router])

  return shown
}

/** Tells what the routes show, at first and after each change, until the returned function is called. */
function follow(coming: Promise<Routes>, tell: (shown: Shown) => void): () => void {
  let stop: (() => void) | undefined
  let stopped = false

  async function start() {
    const routes = await coming
    if (stopped) return
    const show = () => tell({ nav: routes.nav(), current: routes.current() })
    stop = routes.subscribe(show)
    show()
  }

  void start()
  return () => {
    stopped = true
    stop?.()
  }
}
