import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'

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
