/** A line of somebody's access log, as far as the request log has room for what it says. */
import { addressIn } from '@sonaqor/contract/log-query-address'
import { readNginxLine } from './nginx-line.ts'
import { readApacheLine } from './apache-line.ts'

export interface AccessLine {
  readonly at: Date
  readonly ip: string
  readonly method: string
  readonly path: string
  readonly query: string
  readonly status: number
  /** Of the body that was answered, where it is told. */
  readonly bytes: number | null
  readonly agent: string | null
  /** The page that led there, where it is told. */
  readonly referrer: string | null
  /** Null where the log does not tell it. */
  readonly latencyMs: number | null
  /** What was answered, where the line is that itself. */
  readonly body: string | null
  /** What had to be taken for it, so that the line could be read. */
  readonly taken: Taken | null
}

/** `cut`: it ends within its last field. `report`: it is what a server's page of its state answered. */
export type Taken = 'cut' | 'report'

/** Why a line is none that can be kept, in words for whoever imports it. */
export interface Unreadable {
  readonly why: string
}

export type Reading = AccessLine | Unreadable

/** Each line says by its first sign which of the two it is, so a file may hold both. */
export function readAccessLine(text: string): Reading {
  const reading = text.startsWith('{') ? readNginxLine(text) : readApacheLine(text)
  if ('why' in reading) return reading
  const { at, path, query, agent, referrer } = reading
  // An id begins with the milliseconds since then.
  if (at.getTime() < 0) return { why: `${at.toISOString()} is before 1970` }
  if ([path, query, agent, referrer].some((part) => part?.includes('\0'))) {
    return { why: 'it holds a NUL, which is no sign of a text' }
  }
  const ip = reading.ip.replace(mapped, '')
  if (ip.includes('/') || !addressIn(ip)) {
    return { why: `${JSON.stringify(ip)} is no address, by which it would be found` }
  }
  return { ...reading, ip }
}

/** How a server that listens to both kinds of addresses writes one of the old kind. */
const mapped = /^::ffff:(?=\d+\.)/i
