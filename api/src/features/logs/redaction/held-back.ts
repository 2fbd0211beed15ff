/**
 * What is shown of a body to who may not read it, and of the headers that came with it: what it is made of, and
 * nothing by which whoever guesses it learns that they have, such as how long it is or a digest of it.
 */
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import { structureOf } from './structure.ts'

/** No value of these is made of a body: any other is held back until somebody has thought about it. */
const harmlessHeaders: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'allow',
  'cache-control',
  'connection',
  'content-encoding',
  'content-type',
  'date',
  'deprecation',
  'host',
  'idempotency-replayed',
  'origin',
  'ratelimit',
  'ratelimit-policy',
  'referer',
  'retry-after',
  'server',
  'sonaqor-version',
  'sunset',
  'transfer-encoding',
  'user-agent',
  'vary',
  'webhook-id',
  'webhook-request-origin',
  'webhook-timestamp',
  'x-request-id',
])

type Headers = Readonly<Record<string, string>>

/** Their names stay. Also where there is no body: `if-none-match` holds the digest of one. */
export const headersHeldBack = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      harmlessHeaders.has(name.toLowerCase()) ? value : redacted,
    ]),
  )

export interface ShownBody {
  readonly text: string
  /** 0 where it is held back. */
  readonly bytes: number
  readonly cut: boolean
  readonly isHeldBack: boolean
}

/** Whether it was cut is told of a structure alone, which is then not all of it. */
export function bodyHeldBack({ text, cut }: Pick<ShownBody, 'text' | 'cut'>): ShownBody {
  const structure = structureOf(text)
  return { text: structure, bytes: 0, cut: structure !== '' && cut, isHeldBack: true }
}
