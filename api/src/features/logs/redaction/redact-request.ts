/** Address and headers of a request, as they may be stored. */
import type { Declared } from './declared.ts'
import { redacted, redactText } from './redact-text.ts'
import { isSensitive } from './sensitive-names.ts'

const pathMax = 1024
const queryMax = 2048
const headerMax = 512

/**
 * What is not named here is not kept: a new header is private until somebody has thought about it. An
 * idempotency key is the caller's own text, and whoever knows it can ask for the answer again.
 */
const keptHeaders: ReadonlySet<string> = new Set([
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
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value === undefined || !keptHeaders.has(name)) continue
    kept[name] = redactText(String(value).slice(0, headerMax))
  }
  return kept
}

/** Redacted segment by segment; a segment that holds nothing private stays exactly as it was sent. */
export function redactPath(path: string): string {
  return path.slice(0, pathMax).split('/').map(redactPart).join('/')
}

/**
 * Redacted by the name of each parameter and by what its value looks like. A parameter that the
 * endpoint does not declare loses its value in any case.
 */
export function redactQuery(query: string, { fields }: Declared): string {
  return query
    .replace(/^\?/, '')
    .slice(0, queryMax)
    .split('&')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=')
      if (rest.length === 0) return redactPart(name)
      const plain = decoded(name)
      const hidden = !fields.has(plain) || isSensitive(plain)
      return `${redactPart(name)}=${hidden ? redacted : redactPart(rest.join('='))}`
    })
    .join('&')
}

function redactPart(part: string): string {
  const plain = decoded(part)
  const safe = redactText(plain)
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
