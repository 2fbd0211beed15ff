import { deviceOf } from '@sonaqor/contract/device'

/** What a browser is called in a letter, as far as it says so itself: `Firefox on Linux`. */
export function deviceName(userAgent: string | null): string {
  const { browser, system } = deviceOf(userAgent)
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? (userAgent?.slice(0, 60).trim() || 'unknown')
}
