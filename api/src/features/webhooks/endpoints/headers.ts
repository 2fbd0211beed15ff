/** Which headers of its own an endpoint may have sent along. */
import { endpointHeadersMax } from '@sonaqor/contract/webhook-bounds'
import { Problem } from '../../../core/problems/index.ts'
import type { Headers } from './sealed.store.ts'

/** What the transport says itself, what says who sends, and what could make another request of one. */
const reserved = new Set([
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
])

const isReserved = (name: string) => reserved.has(name) || /^(?:webhook|proxy|sec)-/.test(name)

export type HeaderChange = Readonly<Record<string, string | null>>

/** Those that were there with what is changed of them, by names in any case of letters. */
export function changedHeaders(before: Headers, change: HeaderChange): Headers {
  const headers = new Map(
    Object.entries(before).map(([name, value]) => [name.toLowerCase(), [name, value] as const]),
  )
  const named = new Set<string>()
  for (const [name, value] of Object.entries(change)) {
    const known = name.toLowerCase()
    if (named.has(known)) throw wrong(name, 'must not be named twice')
    named.add(known)
    if (value === null) {
      headers.delete(known)
      continue
    }
    if (isReserved(known)) throw wrong(name, 'is a header that is set by Sonaqor')
    headers.set(known, [name, value])
  }
  if (headers.size <= endpointHeadersMax) return Object.fromEntries(headers.values())
  throw new Problem('invalid', {
    detail: `An endpoint has at most ${endpointHeadersMax} headers of its own.`,
    errors: [{ detail: `must have at most ${endpointHeadersMax} entries`, pointer: '#/headers' }],
  })
}

const wrong = (name: string, detail: string) =>
  new Problem('invalid', {
    detail: 'A header cannot be sent along.',
    errors: [{ detail, pointer: `#/headers/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` }],
  })
