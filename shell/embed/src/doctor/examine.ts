import { version as react } from 'react'
import { checkClock } from './checks/clock.ts'
import type { Finding } from './checks/finding.ts'
import type { PageHeaders } from './checks/headers.ts'
import { checkIsolation } from './checks/isolation.ts'
import { checkNetwork, type Violation } from './checks/network.ts'
import { checkOrigin } from './checks/origin.ts'
import { checkPolicy, mendPolicies } from './checks/policy.ts'
import { checkRelease } from './checks/release.ts'
import { checkScopes } from './checks/scopes.ts'
import { checkSessions } from './checks/session.ts'
import * as texts from './checks/texts/en.ts'
import type { DoctorPage } from './doctor-page.ts'
import { elementFacts, findElements, lookAtLoader, shownFacts } from './probes/look-at-page.ts'
import { policiesInPage, readHeaders } from './probes/read-headers.ts'
import { tryFrame, trySocket } from './probes/try-reaching.ts'
import { trySession, type TriedSession } from './probes/try-session.ts'
import type { Violations } from './probes/violations.ts'

export interface Examination {
  readonly findings: readonly Finding[]
  /** The page's own policies with what they lack; empty where they lack nothing. */
  readonly mended: readonly string[]
}

/** Looks at everything there is to look at from within the page. `ground` is where a frame is tried. */
export async function examine(
  page: DoctorPage,
  violations: Violations,
  ground: ParentNode,
): Promise<Examination> {
  violations.forget()
  const { origin } = page
  const [headers, modules, tried, socket, loader] = await Promise.all([
    readHeaders(),
    page.registry.refresh().catch(() => undefined),
    Promise.all(page.sessions().map(({ options }) => trySession(origin, options))),
    trySocket(origin),
    lookAtLoader(origin),
  ])
  const embedId = tried.find((one) => one.embedId)?.embedId
  const frame = embedId ? await tryFrame(ground, origin, embedId) : undefined
  const found = findElements(page)
  const { findings: ofPolicy, mended } = examinePolicy(headers, origin, violations)
  const views = modules?.flatMap(({ manifest }) => manifest.views)
  const ofScopes = checkScopes(elementFacts(page, found, tried), views)
  // Why an element shows nothing is said once, and by its cause.
  const shown = found.filter((_, at) => ofScopes[at]?.state !== 'wrong')
  return {
    mended,
    findings: [
      ...ofPolicy,
      ...checkOrigin({
        page: originOfPage(),
        around: originsAround(),
        isRefused: isRefused(tried),
      }),
      ...checkClock(tried.find(({ clock }) => clock)?.clock),
      ...checkSessions(tried.map(({ facts }) => facts)),
      ...ofScopes,
      ...checkRelease({
        isReachable: modules !== undefined,
        loader,
        shown: shownFacts(page, shown, modules ?? []),
        react,
      }),
      ...checkNetwork({
        sonaqor: origin,
        isPageSecure: location.protocol === 'https:',
        socket,
        frame,
        worker: workerScript(),
        isFetchReplaced: !/\[native code\]/.test(Function.prototype.toString.call(window.fetch)),
        violations: violations.seen().filter((one) => !isTold(one, ofPolicy)),
      }),
    ],
  }
}

const toldBy: Readonly<Record<string, string>> = {
  'connect-src': 'policy.connect',
  'frame-src': 'policy.frame',
  'script-src-elem': 'policy.script',
}

/** What a policy stops was told of with the policy, and what was tried here has run against it. */
function isTold({ directive }: Violation, ofPolicy: readonly Finding[]): boolean {
  const id = toldBy[directive]
  return ofPolicy.some((finding) => finding.id === id && finding.state !== 'good')
}

/** A policy that keeps the page from reading its headers is told by the browser when it refuses. */
function examinePolicy(headers: PageHeaders | undefined, sonaqor: string, violations: Violations) {
  const place = { sonaqor, page: location.origin }
  const told = [...policiesInPage(), ...violations.seen().map(({ policy }) => policy)]
  const policies = headers?.policies ?? [...new Set(told)]
  const isKnown = headers !== undefined || policies.length > 0
  const findings = isKnown
    ? checkPolicy({ policies, reportOnly: headers?.reportOnly ?? [] }, place)
    : [unread]
  const lacks = findings.some(({ snippet }) => snippet !== undefined)
  return {
    findings: [...findings, ...(headers ? checkIsolation(headers, sonaqor) : [])],
    mended: lacks ? mendPolicies(policies, place) : [],
  }
}

const unread: Finding = {
  id: 'policy.unread',
  state: 'unknown',
  says: (say) => say(texts.policyUnread),
  change: (say) => say(texts.pastePolicy),
}

const originOfPage = () => (location.protocol === 'file:' ? location.href : window.origin)

/** Where a browser does not name them, at least the nearest one says who it is. */
function originsAround(): readonly string[] {
  if (window.parent === window) return []
  const { ancestorOrigins } = location
  if (ancestorOrigins) return [...ancestorOrigins]
  return URL.canParse(document.referrer) ? [new URL(document.referrer).origin] : []
}

function isRefused(tried: readonly TriedSession[]): boolean | undefined {
  const exchanged = tried.flatMap(({ facts }) => facts.exchanged ?? [])
  if (exchanged.some(({ kind }) => kind === 'origin')) return true
  return exchanged.some(({ kind }) => kind === 'token') ? false : undefined
}

function workerScript(): string | undefined {
  const worker = navigator.serviceWorker?.controller
  return worker ? new URL(worker.scriptURL).pathname : undefined
}
