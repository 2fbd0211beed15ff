/** The guide for a partner who shows our views: from nothing to a page, then what each part can do. */
import { appearance } from './appearance.ts'
import { doctor } from './doctor.ts'
import { elements } from './elements.ts'
import { eventsPage } from './events.ts'
import { frameworks } from './frameworks.ts'
import { isolation } from './isolation.ts'
import type { EmbedBuilt } from '../../embed-built.ts'
import type { DocsPage } from '../layout.ts'
import type { GuidePage } from './page.ts'
import { policy } from './policy.ts'
import { quickStart } from './quick-start.ts'
import { sessions } from './sessions.ts'
import { testing } from './testing.ts'
import { troubleshooting } from './troubleshooting.ts'

/** In the order in which they are read. */
const pages: readonly GuidePage[] = [
  quickStart,
  elements,
  sessions,
  appearance,
  eventsPage,
  isolation,
  policy,
  frameworks,
  testing,
  doctor,
  troubleshooting,
]

/** They name where this Sonaqor is reached, so that what is copied works as it stands. */
export const embeddingGuide = (url: string, built: EmbedBuilt): readonly DocsPage[] =>
  pages.map((page) => page(url, built))
