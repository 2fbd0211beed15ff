import type { Router } from '@sonaqor/embed/host'

/**
 * The partner's page that this window was opened from, for what no session of such a page may do: its
 * host and port, as its own address would say them. An address says what it likes, so that this is
 * shown and nothing else comes of it.
 */
export function pageBehind({ viewState }: Pick<Router, 'viewState'>): string | undefined {
  const { back } = viewState.read()
  const url = back === undefined ? null : URL.parse(back)
  const isPage = url && /^https?:$/.test(url.protocol) && url.origin === back
  return isPage ? url.host : undefined
}
