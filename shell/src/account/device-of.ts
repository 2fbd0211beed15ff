import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../identity/texts/en.ts'

/** The first that is named decides: many browsers name those that they descend from as well. */
const browsers: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/.*Safari\//, 'Safari'],
]

const systems: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What somebody would call the device that sent this user agent; a guess, as every such word is. */
export function deviceOf(userAgent: string | null, say: Say): string {
  const browser = named(browsers, userAgent ?? '')
  const system = named(systems, userAgent ?? '')
  if (browser && system) return say(texts.browserOnSystem, { browser, system })
  return browser ?? system ?? say(texts.unknownDevice)
}

function named(known: typeof browsers, userAgent: string): string | undefined {
  return known.find(([mark]) => mark.test(userAgent))?.[1]
}
