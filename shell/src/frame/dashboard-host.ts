import type { Session } from '@sonaqor/contract/auth'
import {
  createHost,
  grantOfMember,
  registerModules,
  steppingUp,
  type AskStepUp,
  type Host,
  type Router,
  type Routes,
} from '@sonaqor/embed/host'
import type { MemberSession } from '../session/member-session.ts'
import { watchPresence } from '../session/presence.ts'
import type { Preferences } from './kept/preferences.ts'

export interface DashboardHost {
  readonly host: Host
  readonly routes: Promise<Routes>
  close(): void
}

interface DashboardOptions {
  readonly session: Session
  readonly member: MemberSession
  readonly router: Router
  readonly main: HTMLElement
  readonly preferences: Preferences
  readonly locale: string
  /** Asks the person for a second factor, for whichever request waits for one. */
  readonly askStepUp: AskStepUp
  /** Leads whoever has none to where one is set up. */
  readonly setUpFactor: () => void
}

/** A page can be at one path for one person alone, so the next one waits until the last one has gone. */
let leaving: Promise<unknown> = Promise.resolve()

/** Opens the modules for one person in one tenant; whoever signs in after them gets a host of their own. */
export function openDashboard(options: DashboardOptions): DashboardHost {
  const { session, member, router, main, preferences, locale, askStepUp, setUpFactor } = options
  const presence = watchPresence()
  const host = createHost({
    kind: 'shell',
    origin: location.origin,
    grant: grantOfMember(session, preferences.environment),
    renew: async () => {
      await presence.here()
      const renewed = await member.renew()
      if (!isSame(renewed, session)) throw new Error('Somebody else has signed in.')
      return grantOfMember(renewed, preferences.environment)
    },
    meet: (send) => steppingUp(send, askStepUp),
    setUpFactor,
    appearance: { theme: preferences.theme, density: 'cosy' },
    locale,
    singleKeys: preferences.singleKeys,
    project: preferences.project,
  })
  const routes = leaving.then(() => registerModules(host, router, main))
  return {
    host,
    routes,
    close() {
      leaving = routes.then((registered) => registered.end()).catch(() => undefined)
      host.close()
      presence.end()
    },
  }
}

/** The same person in the same tenant, whichever token they hold at the moment. */
export function isSame({ me }: Session, other: Session): boolean {
  return me.person.id === other.me.person.id && me.tenant.id === other.me.tenant.id
}
