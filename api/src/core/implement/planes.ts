/** Which of the two origins is asked: the tenants', or that of Sonaqor's own staff. */
import type { Foundation } from '../foundation/index.ts'

export interface Plane {
  readonly isStaff: boolean
  /** Whose pages may ask here with a cookie. */
  readonly origin: string
}

/**
 * Told by the host alone, which no script of a page can choose, and without its port, for a cookie has
 * none. Whatever is not the staff's host is the tenants'.
 */
export function planesOf({
  config,
}: Pick<Foundation, 'config'>): (host: string | undefined) => Plane {
  const { hostname } = new URL(config.staffUrl)
  const tenants: Plane = { isStaff: false, origin: config.publicUrl }
  const staff: Plane = { isStaff: true, origin: config.staffUrl }
  return (host) => (host?.replace(/:\d*$/, '').toLowerCase() === hostname ? staff : tenants)
}
