import type { Session } from '@sonaqor/contract/auth'
import type { Client } from '@sonaqor/contract/client'
import type { Host, Router } from '@sonaqor/embed/host'
import { adopt, Surface, useText } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useRef, useState, type RefObject } from 'react'
import { AccountDoor } from '../account/account-door.tsx'
import { becauseOfStepUp, type AccountTab } from '../account/account-paths.ts'
import { setUpFactor } from '../account/set-up-factor.ts'
import type { Language } from '../language/use-language.ts'
import type { MemberSession, Tenant } from '../session/member-session.ts'
import { goToSearch } from '../shortcuts/page-search.ts'
import { openStepUpDesk } from '../step-up/step-up-desk.ts'
import * as texts from '../texts/en.ts'
import sheet from './dashboard.css'
import type { FrameParts } from './frame-parts.ts'
import { Head } from './head.tsx'
import { NothingHere, titleOf } from './nowhere/nothing-here.tsx'
import { pageBehind } from './page-behind.ts'
import { looksAnewAt, usePreferences, type Preferences } from './kept/preferences.ts'
import { Sidebar } from './nav/sidebar.tsx'
import { askedFor } from './where/use-addressed.ts'
import { useAtHand } from './use-at-hand.ts'
import { useArrival } from './use-arrival.ts'
import { useDashboard, type Shown } from './use-dashboard.ts'
import { useKnownProjects } from './where/use-known-projects.ts'
import { useWhere } from './where/use-where.ts'

adopt(sheet)

interface DashboardProps {
  /** The client of nobody, for signing in again. */
  readonly api: Pick<Client, 'auth' | 'demo'>
  readonly session: Session
  readonly member: MemberSession
  readonly router: Router
  /** Something else stood here before, and what had the focus went with it. */
  readonly takesFocus: boolean
  /** It was opened by its address; what stands there is not left over from another tenant. */
  readonly followsAddress: boolean
  readonly language: Language
}

/** What somebody sees who is signed in, in their own look and language. */
export function Dashboard(props: DashboardProps) {
  const { session, router, followsAddress, language } = props
  const { me } = session
  const place = {
    tenantId: me.tenant.id,
    environments: me.environments,
    seesProjects: me.scopes.includes('projects:read'),
    ...(followsAddress && {
      asked: {
        environment: askedFor(router, 'environment'),
        project: askedFor(router, 'project'),
      },
    }),
  }
  const [looksAnew] = useState(() => looksAnewAt(place))
  const [preferences, change] = usePreferences(place)
  return (
    <Surface appearance={{ theme: preferences.theme, density: 'cosy' }} locale={language.shown}>
      <Frame {...props} {...{ preferences, change, looksAnew }} />
    </Surface>
  )
}

interface FrameProps extends DashboardProps {
  readonly preferences: Preferences
  readonly change: (part: Partial<Preferences>) => void
  readonly looksAnew: boolean
}

/** The frame around every page. What stands in `main` belongs to the modules, but where they have nothing to show. */
function Frame({ api, session, member, router, takesFocus, ...chosen }: FrameProps) {
  const { me } = session
  const { language, preferences, change, looksAnew } = chosen
  const say = useText()
  const atHand = useAtHand()
  const main = useRef<HTMLElement>(null)
  const pages = useRef<HTMLDivElement>(null)
  const { locale } = language
  const [desk] = useState(openStepUpDesk)
  const shown = useDashboard(
    { session, member, router, preferences, locale, askStepUp: desk.ask, setUpFactor },
    pages,
  )
  const { nav, current } = shown
  const [cameFrom] = useState(() => pageBehind(router))
  const [accountTitle, nameAccount] = useState<string>()
  const projects = useKnownProjects(shown.host, me.scopes.includes('projects:read'))
  useWhere(router, { environments: me.environments, projects, preferences, change })
  useArrival(
    {
      page: shown.isNowhere ? 'nowhere' : (shown.account ?? current?.view),
      title: ownTitleOf(shown, say, accountTitle) ?? current?.title,
      takesFocus,
    },
    main,
  )

  const goTo = async (tenant: Tenant) => {
    await member.switchTo(tenant)
    // What was chosen in the view, a key or an entry, is none of the other tenant's.
    router.replace(router.path())
  }
  const frame: FrameParts = {
    me,
    host: shown.host,
    nav,
    projects,
    preferences,
    change,
    looksAnew,
    language,
    onGo: (path, params) => router.go(path, params),
    onSwitch: goTo,
    onSignOut: () => member.signOut(),
  }

  return (
    <div className="sq-frame" data-environment={preferences.environment}>
      <SkipLink to={main} />
      <Head
        frame={frame}
        atHand={atHand}
        onSearch={() => pages.current && goToSearch(pages.current)}
      />
      <Sidebar nav={nav} current={lineOf(current, nav)} atHand={atHand} />
      <main ref={main} id="main" className="sq-frame-main" tabIndex={-1}>
        {atHand.parts && cameFrom && <atHand.parts.CameFrom page={cameFrom} />}
        <div ref={pages} />
        {shown.isNowhere && <NothingHere {...shown} parts={atHand.parts} />}
        {shown.account && shown.host && (
          <Account
            {...{ member, router, me }}
            host={shown.host}
            tab={shown.account}
            onTitled={nameAccount}
          />
        )}
      </main>
      {atHand.parts && (
        <atHand.parts.Sitting {...{ api, member, desk }} host={shown.host} onSetUp={setUpFactor} />
      )}
    </div>
  )
}

/** The first stop of the keyboard leads past the head. */
function SkipLink({ to: main }: { readonly to: RefObject<HTMLElement | null> }) {
  const say = useText()
  return (
    <a
      className="sq-skip"
      href="#main"
      onClick={(event) => {
        // The address is the view's; a fragment in it would be a change of page.
        event.preventDefault()
        main.current?.focus()
      }}
    >
      {say(texts.skipToPage)}
    </a>
  )
}

interface AccountProps extends Pick<DashboardProps, 'member' | 'router'> {
  readonly me: Session['me']
  readonly host: Host
  readonly tab: AccountTab
  readonly onTitled: (title: string) => void
}

/** One's own account, which no module brings. */
function Account({ member, router, me, ...page }: AccountProps) {
  return (
    <AccountDoor
      {...page}
      viewState={router.viewState}
      scopes={me.scopes}
      isForStepUp={router.viewState.read()['because'] === becauseOfStepUp.because}
      onNamed={() => void member.renew().catch(() => undefined)}
    />
  )
}

/** The line of the navigation that the page shown stands under: its own, for most. */
function lineOf(current: Shown['current'], nav: Shown['nav']): Shown['current'] {
  return nav.find(({ view }) => view === (current?.under ?? current?.view))
}

/** What a page of the frame itself is called; any other has its title from its module. */
function ownTitleOf(shown: Shown, say: Say, account: string | undefined): string | undefined {
  if (shown.account) return account ?? say(texts.yourAccount)
  return shown.isNowhere ? say(titleOf(shown)) : undefined
}
