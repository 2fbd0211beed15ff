/** The common and the combined format of Apache, in which nginx writes unless it is told otherwise. */
import type { Reading } from './access-line.ts'
import { momentIn, requestIn, statusIn, told } from './request-line.ts'

const quoted = String.raw`"((?:[^"\\]|\\.)*)"`
const head = String.raw`^(\S{1,253}) \S+ .*? \[([^\]]{1,40})\] ${quoted} (\d{3}) (\d{1,18}|-)`
const whole = new RegExp(`${head}(?: ${quoted} ${quoted})?$`)
/** The server, its disk or whoever copied the file stopped within the last field. */
const cut = new RegExp(String.raw`${head} ${quoted} "((?:[^"\\]|\\.)*)\\?$`)

export function readApacheLine(text: string): Reading {
  const isWhole = whole.test(text)
  const [, ip, time = '', asked = '', code, bytes = '-', referrer, agent] =
    (isWhole ? whole : cut).exec(text) ?? []
  if (!ip) return { why: 'it is in neither the combined format nor JSON' }
  const at = momentIn(time)
  if (!at) return { why: `${JSON.stringify(time)} is no moment` }
  const request = requestIn(plain(asked))
  if (!request) return { why: 'what was asked is no request of HTTP' }
  const status = statusIn(code)
  if (status === null) return { why: `${code} is no status of HTTP` }
  return {
    at,
    ip,
    ...request,
    status,
    bytes: bytes === '-' ? null : Number(bytes),
    agent: told(plain(agent ?? '')),
    referrer: told(plain(referrer ?? '')),
    latencyMs: null,
    body: null,
    taken: isWhole ? null : 'cut',
  }
}

/** Signs that no text may hold stay as they are written: `\x00`. */
const plain = (text: string): string => text.replaceAll(/\\(["\\])/g, '$1')
