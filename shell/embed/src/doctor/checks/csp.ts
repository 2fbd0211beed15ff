/** One policy: what each of its directives lists. Of a directive that is named twice the first counts. */
export type Directives = ReadonlyMap<string, readonly string[]>

export function parsePolicy(policy: string): Directives {
  const directives = new Map<string, readonly string[]>()
  for (const part of policy.split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/)
    const key = name.toLowerCase()
    if (key !== '' && !directives.has(key)) directives.set(key, values.map(withoutNonce))
  }
  return directives
}

/** It is another one at each answer, and belongs into no report. */
const withoutNonce = (source: string) => source.replace(/^'nonce-.*'$/i, "'nonce-{random}'")

/** What counts for a kind of request: the first directive of the chain that is there. */
export function listOf(directives: Directives, chain: readonly string[]) {
  const name = chain.find((one) => directives.has(one))
  return name === undefined ? undefined : (directives.get(name) ?? [])
}

export function writePolicy(directives: Directives): string {
  return [...directives].map(([name, values]) => [name, ...values].join(' ')).join('; ')
}

/** A list with more in it; what forbids everything goes, for it counts only alone. */
export const withMore = (list: readonly string[], more: readonly string[]): readonly string[] => [
  ...list.filter((one) => one.toLowerCase() !== "'none'" && !more.includes(one)),
  ...more,
]

/**
 * Whether a list of sources lets an address pass, as a browser decides it. `self` is the origin of
 * the page; where it is not known, sources that depend on it match nothing.
 */
export function allows(list: readonly string[], address: string, self?: string): boolean {
  const url = new URL(address)
  return list.some((source) => matches(source.toLowerCase(), url, self))
}

function matches(source: string, url: URL, self: string | undefined): boolean {
  if (source === '*') return true
  if (source === "'self'") return self !== undefined && isSelf(new URL(self), url)
  if (source.startsWith("'")) return false
  if (/^[a-z][a-z0-9+.-]*:$/.test(source)) return schemeFits(source, url.protocol)
  return hostFits(source, url, self)
}

function isSelf(self: URL, url: URL): boolean {
  return (
    self.host === url.host && (self.origin === url.origin || /^(https|wss):$/.test(url.protocol))
  )
}

/** The secure form of a scheme is always meant too. */
function schemeFits(allowed: string, asked: string): boolean {
  if (allowed === asked) return true
  if (allowed === 'http:') return asked === 'https:'
  return allowed === 'ws:' && asked === 'wss:'
}

function hostFits(source: string, url: URL, self: string | undefined): boolean {
  const parts = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(source)
  if (!parts) return false
  const [, scheme, host = '', port, path = ''] = parts
  const allowed = scheme ?? (self && new URL(self).protocol)
  if (!allowed || !schemeFits(allowed, url.protocol)) return false
  const isHost = host.startsWith('*.')
    ? url.hostname.endsWith(host.slice(1))
    : host === url.hostname
  if (!isHost) return false
  if (port !== '*' && (port ?? '') !== url.port && !isUsual(port, url)) return false
  if (path === '' || path === '/') return true
  return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path
}

const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'ws:': '80' }

const isUsual = (port: string | undefined, { protocol, port: asked }: URL) =>
  asked === '' && port === (usualPorts[protocol] ?? '443')
