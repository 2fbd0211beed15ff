import type { Text } from '@sonaqor/module/texts'
import { good, type Finding } from './finding.ts'
import * as texts from './texts/en.ts'

export interface OriginQuestion {
  /** As the browser says it (`null` for a page that has none), or as somebody has typed it. */
  readonly page: string
  /** What is registered with the app, where that is known. */
  readonly registered?: readonly string[] | undefined
  /** Origins of the pages around it, where it stands in a frame. */
  readonly around?: readonly string[] | undefined
  /** Whether the exchange of a client secret was refused for this origin. */
  readonly isRefused?: boolean | undefined
}

/** Whether an embed may stand at an origin, and if not, at which it may. */
export function checkOrigin(question: OriginQuestion): readonly Finding[] {
  const { page } = question
  if (page === 'null') return [{ ...wrong('none', texts.originIsNull, texts.giveOrigin) }]
  if (/^file:/i.test(page)) return [wrong('file', texts.originIsFile, texts.serveIt)]
  const origin = originIn(page)
  if (!origin) return [wrong('unread', texts.originUnread, texts.writeOrigin)]
  return [
    ...checkShape(page.trim(), origin),
    ...checkSecure(origin),
    ...checkRegistered(origin, question),
    ...checkAround(origin, question.around ?? []),
  ]
}

function wrong(name: string, says: Text, change: Text): Finding {
  return {
    id: `origin.${name}`,
    state: 'wrong',
    says: (say) => say(says),
    change: (say) => say(change),
  }
}

/** The origin in what was typed: an address, an origin, or a host alone. */
function originIn(typed: string): string | undefined {
  const text = typed.trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (text === '' || text.includes('*') || !URL.canParse(address)) return undefined
  const { origin } = new URL(address)
  return /^https?:/.test(origin) ? origin : undefined
}

function checkShape(typed: string, origin: string): readonly Finding[] {
  if (typed === origin) return []
  return [
    {
      id: 'origin.shape',
      state: 'warning',
      says: (say) => say(texts.originHasMore, { typed }),
      change: (say) => say(texts.registerThis),
      snippet: origin,
    },
  ]
}

/** Browsers count a page on the own machine as secure. */
const isLocal = (hostname: string) =>
  /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/.test(hostname)

function checkSecure(origin: string): readonly Finding[] {
  const { protocol, hostname } = new URL(origin)
  if (protocol === 'https:' || isLocal(hostname)) return []
  return [
    {
      id: 'origin.insecure',
      state: 'warning',
      says: (say) => say(texts.originInsecure),
      change: (say) => say(texts.serveByHttps),
      snippet: origin.replace(/^http:/, 'https:'),
    },
  ]
}

function checkRegistered(
  origin: string,
  { registered, isRefused }: OriginQuestion,
): readonly Finding[] {
  if (registered?.includes(origin)) {
    return [good('origin.registered', (say) => say(texts.originRegistered, { origin }))]
  }
  if (registered) return [{ ...unregistered(origin), ...likeness(origin, registered) }]
  if (isRefused) return [unregistered(origin)]
  if (isRefused === false)
    return [good('origin.taken', (say) => say(texts.originTaken, { origin }))]
  return []
}

const unregistered = (origin: string): Finding => ({
  id: 'origin.unregistered',
  state: 'wrong',
  says: (say) => say(texts.originUnregistered, { origin }),
  change: (say) => say(texts.registerOrigin),
  snippet: origin,
})

/** Says what differs from the nearest one that is registered, for the difference is often a slip. */
function likeness(origin: string, registered: readonly string[]): Partial<Finding> {
  const page = new URL(origin)
  const near = registered
    .filter((one) => URL.canParse(one))
    .map((one) => new URL(one))
    .map((one) => ({ one, by: differenceOf(page, one) }))
    .find(({ by }) => by !== 'other')
  if (!near) return {}
  const { by, one } = near
  return { says: (say) => say(texts.originNearly, { origin, by, registered: one.origin }) }
}

const bareHost = ({ hostname }: URL) => hostname.replace(/^www\./, '')

function differenceOf(page: URL, registered: URL): 'scheme' | 'port' | 'www' | 'other' {
  if (page.host === registered.host) return 'scheme'
  if (page.hostname === registered.hostname) return 'port'
  return bareHost(page) === bareHost(registered) ? 'www' : 'other'
}

/** Our frame asks for every page around it, for any of them could lay something above it. */
function checkAround(origin: string, around: readonly string[]): readonly Finding[] {
  const others = [...new Set(around)].filter((one) => one !== origin)
  if (others.length === 0) return []
  return [
    {
      id: 'origin.framed',
      state: 'warning',
      says: (say) => say(texts.pageIsFramed, { origins: others.join(', ') }),
      change: (say) => say(texts.registerAround),
      snippet: others.join('\n'),
    },
  ]
}
