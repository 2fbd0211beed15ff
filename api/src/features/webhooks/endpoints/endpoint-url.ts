/**
 * Which addresses an endpoint may have. All of it is looked at again at each connection; here it is said
 * at once and in words, and a name that leads into a network that is not open is never even kept.
 */
import { urlFaults, type UrlFault } from '@sonaqor/contract/webhook-url-faults'
import { isIP } from 'node:net'
import { allowing, requireWay, type Resolve } from '../../../core/outbound/index.ts'
import { Problem } from '../../../core/problems/index.ts'

export interface UrlRules {
  /** For tests and the demo of one machine: what listens there, over http too. */
  readonly allowsLoopback: boolean
  readonly resolve: Resolve
}

/** Answers the address as it is asked, and refuses one that may not be; for use aside from a transaction. */
export type AdmitUrl = (url: string) => Promise<string>

export function admitting(rules: UrlRules): AdmitUrl {
  return async (text) => {
    const url = readUrl(text, rules)
    if (isIP(bare(url)) === 0) await requireOpen(bare(url), rules)
    return url.href
  }
}

/** As it would be asked: digits and dots of other scripts, and numbers of any base, are an address by then. */
function readUrl(text: string, { allowsLoopback }: UrlRules): URL {
  const [, authority = ''] = /^https?:\/\/([^/?#]+)/i.exec(text) ?? []
  const url = URL.parse(text)
  // A parser takes out line ends, and takes backslashes for slashes: what is read would not be what was meant.
  if (!url || !authority || /[\s\\\p{Cc}\p{Cf}]/u.test(text)) {
    throw refused('no-address')
  }
  if (authority.includes('@')) throw refused('with-password')
  if (text.includes('#')) throw refused('with-fragment')
  if (url.href.length > 2000) throw refused('long')
  const host = bare(url)
  const isHere = allowsLoopback && isOwn(host)
  try {
    requireWay(url, allowsLoopback)
  } catch {
    if (url.protocol === 'http:') throw refused('not-https')
    throw refused('inside')
  }
  if (isHere) return url
  if (isIP(host) === 0) requireOpenName(host)
  requirePort(url.port)
  return url
}

const bare = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')
const isOwn = (host: string) =>
  /^(?:.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^::1$|^::ffff:7f[\da-f]{2}:[\da-f]+$/.test(host)

/** Names that mean something within a network alone (RFC 6761, 6762, 8375, 9476), or by custom. */
const inner =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|onion|alt|test|invalid|example)$/

function requireOpenName(host: string): void {
  if (host.endsWith('.')) throw refused('final-dot')
  if (!host.includes('.') || inner.test(host)) throw refused('inner-host')
}

/** 443 and what nobody keeps for a service of their own; those of databases, queues and the like are none. */
const keptPorts = new Set([
  1080, 1433, 1521, 1883, 2049, 2181, 2375, 2376, 2377, 2379, 2380, 3128, 3260, 3306, 3389, 4369,
  5060, 5061, 5432, 5433, 5672, 5900, 5984, 5985, 5986, 6000, 6379, 6380, 6432, 6443, 6667, 7000,
  7001, 8086, 8200, 8300, 8301, 8500, 8600, 9042, 9092, 9160, 9200, 9300, 9418, 10250, 10255, 11211,
  11434, 15672, 26257, 26379, 27017, 27018, 27019, 50000, 61616,
])

function requirePort(port: string): void {
  const number = Number(port || 443)
  if (number === 443 || (number >= 1024 && !keptPorts.has(number))) return
  throw refused('port')
}

async function requireOpen(host: string, { allowsLoopback, resolve }: UrlRules): Promise<void> {
  const found = await resolve(host).catch(() => [])
  if (found.length === 0) throw refused('unresolved')
  if (found.every(({ address }) => allowing(allowsLoopback)(address))) return
  throw refused('leads-inside')
}

const refused = (fault: UrlFault) =>
  new Problem('invalid', {
    detail: 'Nothing can be delivered to this address.',
    errors: [{ detail: urlFaults[fault], pointer: '#/url' }],
  })
