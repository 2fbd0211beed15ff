import { publishedViews } from './published.ts'
import type { EmbedErrorCode, EmbedEvents } from './sdk.ts'

/** What a test may leave out of an event. */
export type FakeDetails = { readonly [E in keyof EmbedEvents]: Partial<EmbedEvents[E]> }

/** Each code that a page may meet. One that is new and missing here does not compile. */
const messages: { readonly [C in EmbedErrorCode]: string } = {
  'loader-unreachable': 'Sonaqor could not be loaded.',
  'module-unavailable': 'This part is not available at the moment.',
  'module-broken': 'This part has stopped working.',
  'session-unfetched': 'Your session could not be opened.',
  'session-refused': 'Your session was refused.',
  'origin-refused': 'This page may not show this part.',
  'session-ended': 'Your session is over.',
  'other-app': 'This session is for another app.',
  'view-not-in-session': 'Your session does not contain this part.',
  'frame-silent': 'This part could not be opened.',
  offline: 'There is no connection at the moment.',
}

/** Every code, for a test that goes through all of them. */
export const embedErrorCodes = Object.keys(messages) as readonly EmbedErrorCode[]

/** What an event tells where a test does not say it; likewise each one. */
const usual: { readonly [E in keyof EmbedEvents]: (view: string) => EmbedEvents[E] } = {
  'sonaqor-loading': (view) => ({ view }),
  'sonaqor-ready': (view) => ({ view, release: `${view.split('.')[0]}@0.0.0-fake` }),
  'sonaqor-error': (view) => errorOf('module-broken', view),
  'sonaqor-navigate': (view) => ({ view, params: {} }),
  'sonaqor-state': (view) => ({ view, state: {} }),
  'sonaqor-event': () => ({ type: 'keys.revoked', ref: {} }),
  'sonaqor-resize': () => ({ height: 400 }),
  'sonaqor-session': () => ({ state: 'open' }),
}

/** Every event, likewise. */
export const embedEvents = Object.keys(usual) as readonly (keyof EmbedEvents)[]

export function detailOf<E extends keyof EmbedEvents>(
  event: E,
  element: Element,
  part: FakeDetails[E],
): EmbedEvents[E] {
  const view = publishedViews[element.localName] ?? element.localName.replace('sonaqor-', '')
  const detail = usual[event](view)
  if (!(detail instanceof Error)) return { ...detail, ...part }
  const { code = 'module-broken' } = part as FakeDetails['sonaqor-error']
  return Object.assign(errorOf(code, view), part) as EmbedEvents[E]
}

const errorOf = (code: EmbedErrorCode, view: string) =>
  Object.assign(new Error(messages[code]), { code, view, retry: () => {} })
