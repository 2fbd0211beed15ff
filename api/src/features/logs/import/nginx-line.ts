/**
 * Access logs as JSON, by the names that people give to nginx's variables; and the reports of the page on
 * which NGINX Plus tells its state, which tell no request but the one that they answer.
 */
import type { Reading } from './access-line.ts'
import { instantIn, momentIn, requestIn, statusIn, told } from './request-line.ts'

type Fields = Readonly<Record<string, unknown>>

export function readNginxLine(text: string): Reading {
  const fields = fieldsOf(text)
  if (!fields) return { why: 'it begins as JSON does and is none' }
  if (isReport(fields)) return reportOf(fields, text)
  const at = momentOf(fields)
  if (!at) return { why: `none of ${momentNames.join(', ')} tells a moment` }
  const request = requestOf(fields)
  if (!request) return { why: 'it tells no request: request, or request_method and request_uri' }
  const status = statusIn(first(fields, ['status', 'response', 'status_code']))
  if (status === null) return { why: 'status tells no status of HTTP' }
  const ip = told(first(fields, ['remote_addr', 'remote_ip', 'client_ip', 'clientip', 'ip']))
  if (ip === null) return { why: 'none of remote_addr, remote_ip, client_ip tells who asked' }
  return {
    at,
    ip: ip.slice(0, 253),
    ...request,
    status,
    bytes: numberIn(first(fields, ['body_bytes_sent', 'bytes_sent', 'bytes'])),
    agent: told(first(fields, ['http_user_agent', 'user_agent', 'agent'])),
    referrer: told(first(fields, ['http_referer', 'http_referrer', 'referer', 'referrer'])),
    latencyMs: millisecondsIn(fields['request_time']),
    body: null,
    taken: null,
  }
}

function fieldsOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Fields) : null
  } catch {
    return null
  }
}

const first = (fields: Fields, names: readonly string[]): unknown =>
  names.map((name) => fields[name]).find((value) => value !== undefined && value !== null)

const numberIn = (value: unknown): number | null => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null
}

function millisecondsIn(value: unknown): number | null {
  const seconds = numberIn(value)
  return seconds === null ? null : seconds * 1000
}

const momentNames = ['time_iso8601', '@timestamp', 'timestamp', 'time_local', 'time', 'msec']

function momentOf(fields: Fields): Date | null {
  const value = first(fields, momentNames)
  const seconds = fields['msec'] === value ? numberIn(value) : null
  if (seconds !== null) return new Date(seconds * 1000)
  return typeof value === 'string' ? (instantIn(value) ?? momentIn(value)) : null
}

function requestOf(fields: Fields) {
  const request = told(fields['request'])
  if (request !== null) return requestIn(request)
  const method = told(first(fields, ['request_method', 'method']))
  const target = told(first(fields, ['request_uri', 'uri', 'path']))
  if (method === null || target === null) return null
  const query = target.includes('?') ? null : told(first(fields, ['args', 'query_string']))
  return requestIn(`${method} ${target}${query === null ? '' : `?${query}`}`)
}

const isReport = (fields: Fields): boolean =>
  typeof fields['nginx_version'] === 'string' && typeof fields['timestamp'] === 'number'

/** Who asked for it is not told; the address is that of the server which answered. */
function reportOf({ address, timestamp }: Fields, text: string): Reading {
  const at = new Date(Number(timestamp))
  if (Number.isNaN(at.getTime())) return { why: 'timestamp is no moment' }
  return {
    at,
    ip: told(address) ?? 'unknown',
    method: 'GET',
    path: '/status',
    query: '',
    status: 200,
    bytes: Buffer.byteLength(text),
    agent: null,
    referrer: null,
    latencyMs: null,
    body: text,
    taken: 'report',
  }
}
