import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import type { Say } from '@sonaqor/module/texts'
import * as texts from '../texts/en.ts'

const addressIn = (url: string) => (URL.canParse(url) ? new URL(url) : undefined)

export const hostOf = (url: string): string => addressIn(url)?.host ?? url

/** Where on its host it is; nothing where that is the host itself. */
export function pathOf(url: string): string {
  const { pathname = '', search = '' } = addressIn(url) ?? {}
  return pathname === '/' && search === '' ? '' : `${pathname}${search}`
}

/** What an endpoint is called: its label, or else the host that it is on. */
export const nameOf = ({ label, url }: Pick<Endpoint, 'label' | 'url'>): string =>
  label ?? hostOf(url)

/** Nobody is called there: it is the address of each test inbox. */
export const isOfInbox = (url: string): boolean => hostOf(url) === 'inbox.invalid'

/** The same of what may be the test inbox of an app, which nobody has given a name. */
export const titleOf = (say: Say, endpoint: Pick<Endpoint, 'kind' | 'label' | 'url'>): string =>
  endpoint.kind === 'inbox' ? say(texts.testInbox) : nameOf(endpoint)
