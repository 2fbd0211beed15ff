/** A request as somebody writes it down, to see what would be kept of it. */
import { logMethods } from '@sonaqor/contract/log-query'
import type { LogDetail } from '@sonaqor/contract/logs'
import type { Sample } from './use-redaction.ts'

export interface Draft {
  readonly method: Sample['method']
  /** The path and all behind it. */
  readonly address: string
  /** `Name: value`, a line for each. */
  readonly headers: string
  readonly body: string
}

/** Has something for most of the rules. */
export const example: Draft = {
  method: 'POST',
  address: '/v1/customers?trace=9f86d081',
  headers: [
    'Authorization: Bearer sq_test_4f9a1c77',
    'Content-Type: application/json',
    'User-Agent: shop/4.2 (ops@example.com)',
  ].join('\n'),
  body: JSON.stringify(
    {
      externalId: 'c-1042',
      name: 'Ada Example',
      nmae: 'Ada Example',
      region: 'Bavaria, +49 170 1234567',
    },
    null,
    2,
  ),
}

export function draftOf({ method, path, query, request }: LogDetail): Draft {
  return {
    method: methodIn(method) ?? 'GET',
    address: query ? `${path}?${query}` : path,
    headers: Object.entries(request.headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    body: laidOut(request.body?.text ?? ''),
  }
}

const methodIn = (text: string) => logMethods.find((one) => one === text.toUpperCase())

function laidOut(text: string): string {
  const value = parsed(text)
  return value === undefined ? text : JSON.stringify(value, null, 2)
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

export interface Faults {
  readonly address: boolean
  /** The line that is no header, if one is not. */
  readonly header: string | undefined
}

const headerLine = /^\s*([^\s:]+)\s*:\s*(.*?)\s*$/

export function faultsIn({ address, headers }: Draft): Faults {
  const lines = headers.split('\n').filter((line) => line.trim() !== '')
  return {
    address: !pathOf(address).startsWith('/'),
    header: lines.find((line) => !headerLine.test(line))?.trim(),
  }
}

/** What is pasted may begin with where it was sent to. */
const pathOf = (address: string) => address.trim().replace(/^https?:\/\/[^/]+/i, '')

export function sampleOf({ method, address, headers, body }: Draft): Sample {
  const [path = '', ...rest] = pathOf(address).split('?')
  const lines = headers.split('\n').flatMap((line) => {
    const [, name, value = ''] = headerLine.exec(line) ?? []
    return name ? [[name, value] as const] : []
  })
  return { method, path, query: rest.join('?'), headers: Object.fromEntries(lines), body }
}
