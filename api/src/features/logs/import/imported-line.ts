/** A line of a file as a line of the request log: redacted as those are, and known by what it says. */
import { createHash } from 'node:crypto'
import type { Environment } from '@sonaqor/contract/access'
import { importedPrefix, type LogLine } from '../write/log-line.ts'
import { lineOf } from '../redaction/read-exchange.ts'
import type { AccessLine } from './access-line.ts'

/** Whose requests they are. */
export interface Importing {
  readonly tenantId: string
  readonly appId: string
  readonly environment: Environment
}

export function toLine(line: AccessLine, text: string, of: Importing): LogLine | null {
  const id = idOf(line.at, digestOf(`${of.appId}\0${text}`))
  const key = {
    tenantId: of.tenantId,
    environments: [of.environment],
    appIds: [of.appId],
    id: idOf(new Date(0), digestOf(of.appId)),
    prefix: importedPrefix,
  }
  const { at, ip, latencyMs, method, path, query, status, agent, referrer, bytes, body } = line
  const exchange = {
    requestId: id,
    at,
    ip,
    latencyMs: latencyMs ?? 0,
    endpoint: null,
    request: {
      method,
      path,
      query,
      headers: { 'user-agent': agent ?? undefined, referer: referrer ?? undefined },
      body: null,
      bodyBytes: 0,
    },
    response: {
      status,
      headers: bytes === null ? {} : { 'content-length': bytes },
      body: body === null ? null : Buffer.from(body),
    },
  }
  const kept = lineOf(exchange, key)
  return kept && { ...kept, id, latencyMs: latencyMs === null ? null : kept.latencyMs }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A uuidv7 of that moment which the same line has whenever it is read again. */
function idOf(at: Date, digest: string): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  const variant = (8 + (Number.parseInt(digest.charAt(3), 16) & 3)).toString(16)
  const rest = digest.slice(7, 19)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${rest}`
}

/**
 * Two lines that say the same are two requests. Which of them one is stands behind it, so that a file that
 * is read again is known line by line. Remembered are the last lines alone, of which these are.
 */
export class Sames {
  #young = new Map<string, number>()
  #old = new Map<string, number>()

  /** The line with its number among those that say the same. */
  numbered(text: string): string {
    const before = this.#young.get(text) ?? this.#old.get(text) ?? 0
    this.#young.set(text, before + 1)
    if (this.#young.size >= rememberedMax) {
      this.#old = this.#young
      this.#young = new Map()
    }
    return before === 0 ? text : `${text}\0${before}`
  }
}

const rememberedMax = 20_000
