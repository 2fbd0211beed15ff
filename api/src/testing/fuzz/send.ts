/** Sends requests that `fetch` would refuse to send, and says what is wrong with their answers. */
import { Agent, request as open } from 'node:http'
import { contract } from '@sonaqor/contract/contract'
import type { Endpoint } from '@sonaqor/contract/endpoint'
import { problems, ProblemDocument } from '@sonaqor/contract/problem'
import type { Caller } from '../belongings.ts'
import type { Sent } from './requests.ts'

export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

export function send(url: string, sent: Sent, { as, headers }: Caller): Promise<Received> {
  const query = sent.query ? `?${sent.query}` : ''
  const body = sent.body === null ? undefined : Buffer.from(sent.body, bytesOf(sent.body))
  return new Promise((answered, failed) => {
    const { hostname, port } = new URL(url)
    const outgoing = open({
      agent,
      hostname,
      port,
      method: sent.method,
      path: `${sent.path}${query}`,
      headers: {
        ...(as ? { authorization: `Bearer ${as.token}` } : {}),
        ...headers,
        ...(body ? { 'content-length': String(body.length) } : {}),
        ...sent.headers,
      },
    })
    outgoing.on('error', failed)
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', failed)
      response.on('end', () =>
        answered({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    outgoing.end(body)
  })
}

/** Strange bodies are spelt byte by byte; what JSON made is UTF-8. */
function bytesOf(body: string): 'latin1' | 'utf8' {
  return /[\u0100-\uffff]/.test(body) ? 'utf8' : 'latin1'
}

/** The promise that an answer breaks, in a sentence; nothing where it keeps all of them. */
export function brokenBy(sent: Sent, { status, headers, text }: Received): string | undefined {
  if (status === 503 && headers['retry-after']) return undefined
  if (status >= 500) return `answered ${status}`
  // Any other address is the shell's, which answers with its page.
  if (!/^\/v1(\/|$)/.test(sent.path)) return undefined
  if (sent.method === 'HEAD' || sent.method === 'OPTIONS' || status === 304) return undefined
  if (status >= 400) return brokenByRefusal({ status, headers, text })
  if (status === 204) return text === '' ? undefined : 'said something with a 204'
  return brokenBySuccess(sent, { status, headers, text })
}

function brokenByRefusal({ status, headers, text }: Received): string | undefined {
  if (!String(headers['content-type']).startsWith('application/problem+json')) {
    return `refused as ${headers['content-type']}`
  }
  const parsed = ProblemDocument.strict().safeParse(asJson(text))
  if (!parsed.success) return `refused with what is no problem document: ${parsed.error.message}`
  const { code, instance } = parsed.data
  if (parsed.data.status !== status) return 'says another status than it has'
  if (problems[code].status !== status) return `has no business with the status ${status}`
  if (instance !== headers['x-request-id']) return 'is known by another request id'
  if (status === 429 && !headers['retry-after']) return 'does not say when to come back'
  return undefined
}

function brokenBySuccess({ path, method }: Sent, { headers, text }: Received): string | undefined {
  const endpoint = endpointAt(method, path)
  const { reply, streams } = endpoint?.options ?? {}
  const type = String(headers['content-type'])
  if (streams?.some((one) => type.startsWith(one))) return undefined
  if (!reply && endpoint && text === '') return undefined
  if (!reply) return 'succeeded where the contract knows nothing'
  const body = asJson(text)
  const parsed = reply.safeParse(body)
  if (!parsed.success) return `answered what the contract does not say: ${parsed.error.message}`
  return JSON.stringify(sorted(parsed.data)) === JSON.stringify(sorted(body))
    ? undefined
    : 'answered more than the contract says'
}

function endpointAt(method: string, path: string): Endpoint | undefined {
  const endpoints = Object.values(contract).flatMap((area): Endpoint[] => Object.values(area))
  const fits = (template: string) =>
    new RegExp(`^/v1${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
  return endpoints
    .toSorted((one, other) => Number(one.path.includes('{')) - Number(other.path.includes('{')))
    .find((endpoint) => endpoint.method === method && fits(endpoint.path))
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
