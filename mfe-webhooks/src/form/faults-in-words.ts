import { urlFaults, type UrlFault } from '@sonaqor/contract/webhook-url-faults'
import type { Say, Text } from '@sonaqor/module/texts'
import * as texts from './texts/en.ts'

const ofUrl: Readonly<Record<UrlFault, Text>> = {
  'no-address': texts.urlMissing,
  'with-password': texts.urlWithPassword,
  'with-fragment': texts.urlWithFragment,
  long: texts.urlLong,
  'not-https': texts.urlNotHttps,
  inside: texts.urlInside,
  'final-dot': texts.urlFinalDot,
  'inner-host': texts.urlInnerHost,
  port: texts.urlPort,
  unresolved: texts.urlUnresolved,
  'leads-inside': texts.urlLeadsInside,
}
const urlCodes = Object.keys(ofUrl) as UrlFault[]

/** What the API says of the fields, told in the language of the reader; what is not known keeps its words. */
export function faultsInWords(faults: Readonly<Record<string, string>>, say: Say) {
  return Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field, inWords(field, fault, say)]),
  )
}

function inWords(field: string, fault: string, say: Say): string {
  const code = field === 'url' && urlCodes.find((known) => isSaid(fault, urlFaults[known]))
  if (code) return say(ofUrl[code])
  const [, scope, type] = /^takes the scope (\S+) for (\S+?)\.?$/i.exec(fault) ?? []
  if (scope && type) return say(texts.takesScopeFor, { scope, type })
  const [, whole] = /^takes a signed-in member for ([^\s,]+)/i.exec(fault) ?? []
  if (whole) return say(texts.takesMemberFor, { type: whole })
  return field === 'reach' && /must be `app`/i.test(fault) ? say(texts.reachForMembers) : fault
}

/** Below its field a fault begins and ends as a sentence does. */
const isSaid = (fault: string, known: string) =>
  fault.replace(/\.$/, '').toLowerCase() === known.toLowerCase()
