/** Address and headers of a request, as they may be stored. */
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import type { Declared } from './declared.ts'
import type { Place } from './place.ts'
import { redactText } from './redact-text.ts'
import { isSensitive } from './sensitive-names.ts'

const pathMax = 1024
const queryMax = 2048
const headerMax = 512

/**
 * What is not named here is not kept: a new header is private until somebody has thought about it. An
 * idempotency key is the caller's own text, and whoever knows it can ask for the answer again.
 */
export const keptHeaders: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-type',
  'deprecation',
  'etag',
  'if-match',
  'if-none-match',
  'link',
  'location',
  'origin',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'sonaqor-version',
  'sunset',
  'user-agent',
  'x-request-id',
])

/** As Node has them: names in small letters, a value for each or several. */
export function redactHeaders(
  headers: Readonly<Record<string, number | string | readonly string[] | undefined>>,
  place?: Place,
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value === undefined) continue
    const here = place?.within(name)
    if (!keptHeaders.has(name)) here?.note('header')
    else kept[name] = redactText(cutAt(headerMax, String(value), here), here)
  }
  return kept
}

/** Redacted segment by segment; a segment that holds nothing private stays exactly as it was sent. */
export function redactPath(path: string, place?: Place): string {
  return cutAt(pathMax, path, place)
    .split('/')
    .map((part, at) => redactPart(part, place?.within(at)))
    .join('/')
}

function cutAt(most: number, text: string, place: Place | undefined): string {
  if (text.length > most) place?.note('length')
  return text.slice(0, most)
}

/**
 * Redacted by the name of each parameter and by what its value looks like. A parameter that the
 * endpoint does not declare loses its value in any case.
 */
export function redactQuery(query: string, { fields }: Declared, place?: Place): string {
  return cutAt(queryMax, query.replace(/^\?/, ''), place)
    .split('&')
    .map((pair, at) => {
      const here = place?.within(at)
      const [name = '', ...rest] = pair.split('=')
      if (rest.length === 0) return redactPart(name, here)
      const plain = decoded(name)
      const kept = redactPart(name, here)
      const hiddenBy = isSensitive(plain) ? 'name' : !fields.has(plain) && 'undeclared'
      if (!hiddenBy) return `${kept}=${redactPart(rest.join('='), here)}`
      here?.note(hiddenBy)
      return `${kept}=${redacted}`
    })
    .join('&')
}

function redactPart(part: string, place?: Place): string {
  const plain = decoded(part)
  const safe = redactText(plain, place)
  return safe === plain ? part : safe
}

function decoded(part: string): string {
  if (!/[%+]/.test(part)) return part
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}
