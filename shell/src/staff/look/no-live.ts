import type { Live } from '@sonaqor/module'

const nothing = () => undefined

/** Whoever looks into a tenant reads what is there; no socket opens for them. */
export const noLive: Live & { close(): void } = {
  subscribe: () => nothing,
  tail: () => nothing,
  status: () => 'off',
  onStatus: () => nothing,
  close: nothing,
}
