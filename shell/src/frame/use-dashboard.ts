import type { Session } from '@sonaqor/contract/auth'
import type { AskStepUp, Host, Router, Routes } from '@sonaqor/embed/host'
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { accountTabAt, type AccountTab } from '../account/account-paths.ts'
import type { MemberSession } from '../session/member-session.ts'
import { openDashboard } from './dashboard-host.ts'
import type { Preferences } from './kept/preferences.ts'

type NavItem = ReturnType<Routes['nav']>[number]

/** What the frame draws around the page: where one can go, and where one is. */
export interface Shown {
  readonly nav: readonly NavItem[]
  readonly current: NavItem | undefined
  /** No page is at this address. */
  readonly isNowhere: boolean
  /** The part of one's own account that is, which is a page of the frame. */
  readonly account: AccountTab | undefined
  /** Why no page is known at all. */
  readonly failure: unknown
}

export interface DashboardPages extends Shown {
  /** What brings the pages, once it is known which there are. */
  readonly host: Host | undefined
  /** Asks again for what can be shown. */
  retry(): void
}

interface DashboardParts {
  readonly session: Session
  readonly member: MemberSession
  readonly router: Router
  readonly preferences: Preferences
  /** A BCP 47 language tag. */
  readonly locale: string
  readonly askStepUp: AskStepUp
  readonly setUpFactor: () => void
}

/** Opens the modules in `pages` for as long as the frame stands, and follows what is shown there. */
export function useDashboard(
  parts: DashboardParts,
  pages: RefObject<HTMLElement | null>,
): DashboardPages {
  const { preferences, router, locale } = parts
  const [host, setHost] = useState<Host>()
  const routes = useRef<Routes>(undefined)
  const [shown, setShown] = useState(nothingYet)
  const open = useEffectEvent((element: HTMLElement) => openDashboard({ ...parts, main: element }))

  useEffect(() => {
    if (!pages.current) return
    const dashboard = open(pages.current)
    const stop = follow(dashboard.routes, (known) => {
      routes.current = known
      setHost(dashboard.host)
      setShown(shownBy(known, router.path()))
    })
    return () => {
      stop()
      dashboard.close()
    }
  }, [pages, router])

  const { environment, project, theme, singleKeys } = preferences
  useEffect(() => {
    const appearance = { theme, density: 'cosy' } as const
    host?.update({ environment, project, locale, appearance, singleKeys })
  }, [host, environment, project, locale, theme, singleKeys])

  // The address without a page stands for the first one that the scopes allow, however it was reached.
  useEffect(() => {
    const [home] = shown.nav
    if (home && router.path() === '/') router.replace(home.path)
  }, [shown, router])

  return { ...shown, host, retry: () => void routes.current?.refresh() }
}

const nothingYet: Shown = {
  nav: [],
  current: undefined,
  isNowhere: false,
  account: undefined,
  failure: undefined,
}

/** The address without a page is on its way to one, where there is any. */
function shownBy(routes: Routes, path: string): Shown {
  const nav = routes.nav()
  const current = routes.current()
  const isOnItsWay = path === '/' && nav.length > 0
  const account = accountTabAt(path)
  const isNowhere = !current && !isOnItsWay && !account
  return { nav, current, isNowhere, account, failure: routes.failure() }
}

/** Tells what the routes show, at first and after each change, until the returned function is called. */
function follow(coming: Promise<Routes>, tell: (routes: Routes) => void): () => void {
  let stop: (() => void) | undefined
  let stopped = false

  async function start() {
    const routes = await coming
    if (stopped) return
    const show = () => tell(routes)
    stop = routes.subscribe(show)
    show()
  }

  void start()
  return () => {
    stopped = true
    stop?.()
  }
}
