import type { Me } from '@sonaqor/contract/auth'
import type { Host } from '@sonaqor/embed/host'
import type { Params } from '@sonaqor/module'
import type { Language } from '../language/use-language.ts'
import type { Tenant } from '../session/member-session.ts'
import type { Preferences } from './kept/preferences.ts'
import type { Shown } from './use-dashboard.ts'
import type { KnownProjects } from './where/use-known-projects.ts'

/** What every part of the frame may know and do. */
export interface FrameParts {
  readonly me: Me
  /** What brings the pages, once it is known which there are. */
  readonly host: Host | undefined
  /** The pages that the scopes allow. */
  readonly nav: Shown['nav']
  readonly projects: KnownProjects
  readonly preferences: Preferences
  readonly change: (part: Partial<Preferences>) => void
  /** Neither the address nor this browser has said where to look; what another device knows is welcome. */
  readonly looksAnew: boolean
  readonly language: Language
  readonly onGo: (path: string, params?: Params) => void
  readonly onSwitch: (tenant: Tenant) => Promise<void>
  readonly onSignOut: () => Promise<void>
}
