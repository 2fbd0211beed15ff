import type { Text } from '@sonaqor/module/texts'
import type { Finding, Sentence } from './finding.ts'
import * as texts from './texts/en.ts'

/** What came of one call of the page's `fetchSession`, without what it brought. */
export type Fetched =
  | { readonly kind: 'secret'; readonly tookMs: number }
  /** It threw, or its promise was rejected. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'late'; readonly tookMs: number }
  /** Something else than `{ clientSecret: 'sqe_…' }`; `got` names its kind and shows no values. */
  | { readonly kind: 'other'; readonly got: string }
  /** It brought an API key: whoever opens the page can read it. */
  | { readonly kind: 'key' }

/** What came of exchanging it. */
export type Exchanged =
  | { readonly kind: 'token'; readonly endsAt: string | undefined; readonly now: number }
  | { readonly kind: 'origin' }
  | { readonly kind: 'used' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }

export interface SessionFacts {
  /** As the page named it; empty for the one without a name. */
  readonly name: string
  readonly fetched: Fetched
  /** Where the first call brought a secret. */
  readonly exchanged?: Exchanged | undefined
  /** Whether a second call brought another secret; nothing where it was not made. */
  readonly again?: 'another' | 'same' | 'failed' | undefined
}

const startIt = `Sonaqor.start({
  fetchSession: () => fetch('/sonaqor-session', { method: 'POST' }).then((r) => r.json()),
})`

const slowAfterMs = 3_000
const shortMs = 5 * 60_000

/** Whether the page gets sessions, can enter them, and will get the next one. */
export function checkSessions(sessions: readonly SessionFacts[]): readonly Finding[] {
  if (sessions.length > 0) return sessions.flatMap(checkSession)
  return [
    {
      id: 'session.none',
      state: 'wrong',
      says: (say) => say(texts.notStarted),
      change: (say) => say(texts.startSession),
      snippet: startIt,
    },
  ]
}

type Verdict = Omit<Finding, 'id'>

function checkSession({ name, fetched, exchanged, again }: SessionFacts): readonly Finding[] {
  const named = (what: string, verdict: Verdict): Finding =>
    Object.assign(verdict, {
      id: `session.${what}${name && `:${name}`}` as const,
      of: name || undefined,
    })
  return [
    named('fetch', checkFetched(fetched)),
    ...(exchanged ? [named('exchange', checkExchanged(exchanged))] : []),
    ...(again ? [named('renewal', checkAgain(again))] : []),
  ]
}

function fine(says: Sentence): Verdict {
  return { state: 'good', says }
}

function bad(says: Sentence, change: Text, more: Partial<Verdict> = {}): Verdict {
  return { state: 'wrong', says, change: (say) => say(change), ...more }
}

function checkFetched(fetched: Fetched): Verdict {
  if (fetched.kind === 'secret') {
    const ms = Math.round(fetched.tookMs)
    if (ms <= slowAfterMs) return fine((say) => say(texts.fetchWorks, { ms }))
    return bad((say) => say(texts.fetchSlow, { ms }), texts.speedUpFetch, { state: 'warning' })
  }
  if (fetched.kind === 'key') return bad((say) => say(texts.fetchGaveKey), texts.revokeKey)
  if (fetched.kind === 'other') {
    const { got } = fetched
    const snippet = '{ "clientSecret": "sqe_…" }'
    return bad((say) => say(texts.fetchGaveOther, { got }), texts.giveSecret, { snippet })
  }
  if (fetched.kind === 'late') {
    const seconds = Math.round(fetched.tookMs / 1000)
    return bad((say) => say(texts.fetchLate, { seconds }), texts.lookAtFetch)
  }
  const { message } = fetched
  return bad((say) => say(texts.fetchFailed, { message }), texts.lookAtFetch)
}

function checkExchanged(exchanged: Exchanged): Verdict {
  if (exchanged.kind === 'token') return checkEnd(exchanged)
  if (exchanged.kind === 'origin') return bad((say) => say(texts.exchangeOrigin), texts.nameOrigin)
  if (exchanged.kind === 'used') return bad((say) => say(texts.secretUsed), texts.openEachTime)
  if (exchanged.kind === 'unreachable') {
    return { state: 'unknown', says: (say) => say(texts.exchangeUnreached) }
  }
  const { status, detail } = exchanged
  return bad((say) => say(texts.exchangeRefused, { status, detail }), texts.askSupport)
}

function checkEnd({ endsAt, now }: Extract<Exchanged, { kind: 'token' }>): Verdict {
  const left = endsAt === undefined ? Number.NaN : Date.parse(endsAt) - now
  if (Number.isNaN(left)) return fine((say) => say(texts.exchangeWorks))
  const minutes = Math.max(0, Math.round(left / 60_000))
  const says: Sentence = (say) => say(texts.sessionLasts, { minutes })
  return left >= shortMs ? fine(says) : bad(says, texts.openLonger, { state: 'warning' })
}

function checkAgain(again: NonNullable<SessionFacts['again']>): Verdict {
  if (again === 'another') return fine((say) => say(texts.renewalWorks))
  const words = again === 'same' ? texts.renewalSame : texts.renewalFailed
  return bad((say) => say(words), texts.openEachTime)
}
