import { deviceOf as readDevice } from '@sonaqor/contract/device'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../../identity/texts/en.ts'

/** What somebody would call the device that sent this user agent. */
export function deviceOf(userAgent: string | null, say: Say): string {
  const { browser, system } = readDevice(userAgent)
  if (browser && system) return say(texts.browserOnSystem, { browser, system })
  return browser ?? system ?? say(texts.unknownDevice)
}
