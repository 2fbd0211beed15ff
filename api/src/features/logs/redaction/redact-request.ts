/** Address and headers of a request, as they may be stored. */
import { uuid } from '@sonaqor/contract/log-query'
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import { decoded, isSensitive, redactText, type Place } from '../../../core/redaction/index.ts'
import { nothingDeclared, type Declared } from './declared.ts'

const pathMax = 1024
const queryMax = 2048
const headerMax = 512

/**
 * What is not named here is not kept: a new header is private until somebody has thought about it.
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
  'idempotency-key',
  'idempotency-replayed',
  'if-match',
  'if-none-match',
  'link',
  'location',
  'origin',
  'ratelimit',
  'ratelimit-policy',
  'referer',
  'retry-after',
  'sonaqor-version',
  'sunset',
  'user-agent',
  'x-request-id',
])

/** Their values are addresses, with a path and a query of their own. */
const ofAddresses: ReadonlySet<string> = new Set([
  'content-location',
  'link',
  'location',
  'origin',
  'referer',
])

/** As Node has them: names in small letters, a value for each or several. */
export function redactHeaders(
  headers: Readonly<Record<string, number | string | readonly string[] | undefined>>,
  place?: Place,
  declared: Declared = nothingDeclared,
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value === undefined) continue
    const here = place?.within(name)
    if (!keptHeaders.has(name)) here?.note('header')
    else if (name === 'idempotency-key') kept[name] = beginningOf(String(value), here)
    else {
      kept[name] = cut(headerMax, String(value), here, (text) =>
        redactText(ofAddresses.has(name) ? redactAddresses(text, declared, here) : text, here),
      )
    }
  }
  return kept
}

const uuidShown = 8

/**
 * An idempotency key is the caller's own text, and whoever knows it can ask for the answer again. It is
 * told from others by how it begins where it is a uuid, as our clients make it; any other may say
 * something of somebody.
 */
function beginningOf(key: string, place: Place | undefined): string {
  const bare = key.replace(/^"(.*)"$/, '$1')
  const isUuid = uuid.test(bare)
  place?.note(isUuid ? 'length' : 'name')
  return isUuid ? `${bare.slice(0, uuidShown)}…` : redacted
}

/** The one that the value is, or each that stands in angle brackets. */
const redactAddresses = (value: string, declared: Declared, place: Place | undefined): string =>
  value.includes('<')
    ? value.replaceAll(/<([^<>]*)/g, (_, of: string) => `<${redactAddress(of, declared, place)}`)
    : redactAddress(value, declared, place)

function redactAddress(address: string, declared: Declared, place: Place | undefined): string {
  const [front = '', fragment] = split(address, '#')
  const [path = '', query] = split(front, '?')
  return [
    redactPath(path, place),
    query === undefined ? '' : `?${redactQuery(query, declared, place)}`,
    fragment === undefined ? '' : `#${redactQuery(fragment, nothingDeclared, place)}`,
  ].join('')
}

function split(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** Redacted segment by segment; a segment that holds nothing private stays exactly as it was sent. */
export const redactPath = (path: string, place?: Place): string =>
  cut(pathMax, path, place, (text) => {
    const parts = text.split('/').map((part, at) => redactText(part, place?.within(at)))
    // A number may be spread over several.
    return redactText(parts.join('/'), place)
  })

/** So much more is looked at than is kept: nothing that is found is longer and told by its end alone. */
const margin = 512

/** What is kept of a text, which is cut when it is redacted: half a number would be found no more. */
function cut(
  most: number,
  text: string,
  place: Place | undefined,
  redact: (text: string) => string,
): string {
  if (text.length <= most) return redact(text)
  place?.note('length')
  const seen = text.slice(0, most + margin)
  const safe = redact(seen)
  return safe.slice(0, seen === text ? most : Math.max(0, Math.min(most, safe.length - margin)))
}

/**
 * Redacted by the name of each parameter and by what its value looks like. A parameter that the
 * endpoint does not declare loses its value in any case.
 */
export const redactQuery = (query: string, declared: Declared, place?: Place): string =>
  cut(queryMax, query.replace(/^\?/, ''), place, (text) =>
    text
      .split('&')
      .map((pair, at) => redactPair(pair, declared, place?.within(at)))
      .join('&'),
  )

function redactPair(pair: string, { fields }: Declared, place: Place | undefined): string {
  const [name = '', value] = split(pair, '=')
  if (value === undefined) return redactPart(name, place)
  const plain = decoded(name.replaceAll('+', ' '))
  const kept = redactPart(name, place)
  const hiddenBy = isSensitive(plain) ? 'name' : !fields.has(plain) && 'undeclared'
  if (!hiddenBy) return `${kept}=${redactPart(value, place)}`
  place?.note(hiddenBy)
  return `${kept}=${redacted}`
}

/** In a query a plus may be a space, or what it looks like; where both tell something, nothing is kept. */
function redactPart(part: string, place?: Place): string {
  const safe = redactText(part, place)
  if (!part.includes('+')) return safe
  const spaced = part.replaceAll('+', ' ')
  const left = redactText(spaced, place)
  if (left === spaced) return safe
  return safe === part ? left : redacted
}
