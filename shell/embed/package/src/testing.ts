import { defineFakes } from './testing-elements.ts'
import { detailOf, type FakeDetails } from './testing-details.ts'
import { keepSession, type FakeSession, type KeptSession } from './testing-session.ts'
import type { EmbedErrorCode, EmbedEvents, Sonaqor } from './sdk.ts'

export { embedErrorCodes, embedEvents } from './testing-details.ts'
export type { FakeCall, FakeSession } from './testing-session.ts'
export type * from './element.ts'
export type * from './published.ts'
export type * from './sdk.ts'

/** A Sonaqor for tests, and what it can be told to do. */
export interface FakeSonaqor {
  /** What stands at `window.Sonaqor`, and what `loadSonaqor` resolves to. */
  readonly sonaqor: Sonaqor
  /** Every session that the page began, the first one first. */
  readonly sessions: readonly FakeSession[]
  /** How often the page asked for the embed doctor. */
  readonly doctors: number
  /** Tells the page an event of an element. What is not said of it is made up. */
  emit<E extends keyof EmbedEvents>(element: Element, event: E, detail?: FakeDetails[E]): void
  /** Says that a view cannot be shown: the event at its element, and `onError` of its session. */
  fail(element: Element, code: EmbedErrorCode, detail?: FakeDetails['sonaqor-error']): void
  /**
   * Asks the page for another client secret, as when a token runs out. Without a name the session
   * is meant that has none, or the only one that runs.
   */
  renew(name?: string): Promise<void>
  /** Takes the fake out of the page again. Elements stay defined, and do nothing. */
  remove(): void
}

/**
 * Puts a Sonaqor into the page that needs no network and shows nothing: your test says what its
 * elements tell the page, and sees what the page told it. Call `remove` after each test.
 */
export function fakeSonaqor(): FakeSonaqor {
  const page = window as { Sonaqor?: Sonaqor }
  const before = page.Sonaqor
  const sessions: KeptSession[] = []
  const views = defineFakes()
  let doctors = 0

  const running = (name: string) => sessions.find((one) => one.name === name && !one.isOver)
  const sessionOf = (element: Element) =>
    sessions.find(({ mounted }) => mounted.some((one) => one.element === element)) ??
    running(element.getAttribute('session') ?? '')
  const elementsOf = (session: KeptSession) => [
    ...session.mounted.map(({ element }) => element),
    ...views.standing().filter((element) => sessionOf(element) === session),
  ]

  const emit: FakeSonaqor['emit'] = (element, event, part) => {
    const detail = detailOf(event, element, part ?? {})
    if ('state' in detail && typeof detail.state === 'object') views.choose(element, detail.state)
    element.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true, detail }))
    if (isError(detail)) sessionOf(element)?.options.onError?.(detail)
  }

  async function ask(session: KeptSession, state: 'open' | 'renewed') {
    try {
      const { clientSecret } = await session.options.fetchSession()
      if (!clientSecret) throw new TypeError('fetchSession brought no client secret.')
      session.secrets.push(clientSecret)
      for (const element of elementsOf(session)) emit(element, 'sonaqor-session', { state })
    } catch (cause) {
      const refused = { code: 'session-unfetched', cause } as const
      for (const element of elementsOf(session)) emit(element, 'sonaqor-error', refused)
    }
  }

  page.Sonaqor = {
    start(options) {
      const name = options.name ?? ''
      const former = running(name)
      const session =
        former ??
        keepSession(name, (element, state = {}) => emit(element, 'sonaqor-state', { state }))
      if (!former) sessions.push(session)
      session.calls.push({ call: 'start', options })
      session.options = former ? { ...former.options, ...options } : options
      void ask(session, 'open')
      return session.handle
    },
    doctor: () => Promise.resolve(void (doctors += 1)),
  }
  const { Sonaqor: sonaqor } = page
  window.dispatchEvent(new Event('sonaqor-loaded'))

  return {
    sonaqor,
    sessions,
    get doctors() {
      return doctors
    },
    emit,
    fail: (element, code, detail) => emit(element, 'sonaqor-error', { ...detail, code }),
    async renew(name) {
      const [only, ...others] = sessions.filter(({ isOver }) => !isOver)
      const meant = running(name ?? '')
      const session = meant ?? (name === undefined && others.length === 0 ? only : undefined)
      if (!session) throw new Error(`The page has begun no session of the name "${name ?? ''}".`)
      await ask(session, 'renewed')
    },
    remove() {
      views.remove()
      if (before) page.Sonaqor = before
      else delete page.Sonaqor
    },
  }
}

const isError = (detail: object): detail is EmbedEvents['sonaqor-error'] => detail instanceof Error
