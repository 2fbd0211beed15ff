import { loadTexts, sayIn, spokenIn } from '@sonaqor/module/texts'
import type { Finding } from './checks/finding.ts'
import * as texts from './checks/texts/en.ts'
import { languages } from './checks/texts/index.ts'
import type { DoctorPage } from './doctor-page.ts'
import { examine, type Examination } from './examine.ts'
import { openPanel, type Panel } from './panel.ts'
import { watchViolations } from './probes/violations.ts'
import { reportOf } from './report.ts'

export type { DoctorPage, DoctorSession, Shown } from './doctor-page.ts'

interface Open {
  readonly panel: Panel
  readonly check: () => Promise<void>
}

/** Kept from the first call on: two that come at once open one panel. */
let open: Promise<Open> | undefined

/**
 * Opens the embed doctor beside the page. Resolves once it has looked at everything. Where it is
 * open already it looks again.
 */
export async function openDoctor(page: DoctorPage): Promise<void> {
  const before = open
  const opening = (open ??= begin(page).catch((error: unknown) => {
    open = undefined
    throw error
  }))
  const { panel, check } = await opening
  if (before) panel.focus()
  await check()
}

async function begin(page: DoctorPage): Promise<Open> {
  const asked = localeOf(page)
  await loadTexts(asked, languages)
  const locale = spokenIn(asked, languages)
  const violations = watchViolations(page.origin)
  let latest = 0

  const panel = openPanel({
    say: sayIn(locale),
    locale,
    report: (examination) => reportOf(examination, page.origin),
    onAgain: () => void check(),
    onClose() {
      open = undefined
      latest += 1
      violations.stop()
    },
  })

  async function check() {
    latest += 1
    const own = latest
    panel.checking()
    const examination = await examine(page, violations, panel.ground).catch(unexamined)
    // Whoever asked again meanwhile, or has left, waits for no older answer.
    if (own === latest) panel.show(examination)
  }

  return { panel, check }
}

/** The doctor itself is stopped by something in the page: that is all it can say then. */
function unexamined(error: unknown): Examination {
  reportError(error)
  const failed: Finding = {
    id: 'network.unexamined',
    state: 'unknown',
    says: (say) => say(texts.unexamined, { error: String(error) }),
  }
  return { findings: [failed], mended: [] }
}

function localeOf({ sessions }: DoctorPage): string {
  const said = sessions().find(({ options }) => options.locale)?.options.locale
  return said ?? (document.documentElement.lang || navigator.language || 'en')
}
