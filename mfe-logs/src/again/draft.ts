/** A logged request as it is edited before it is sent again: what the log does not hold is empty in it. */
import type { SendAgain } from '@sonaqor/contract/log-again'
import { leafTypesWritten, marksWritten, redacted } from '@sonaqor/contract/log-redaction-rules'
import type { LogDetail } from '@sonaqor/contract/logs'

export type SentHeaders = Required<SendAgain['headers']>
export const sentHeaders = [
  'content-type',
  'accept',
  'accept-language',
  'if-match',
  'if-none-match',
] as const satisfies readonly (keyof SentHeaders)[]

export interface AgainDraft {
  readonly keyId: string
  /** Of each segment of the path that the log does not hold. */
  readonly segments: readonly string[]
  /** A parameter on each line. */
  readonly query: string
  readonly headers: Readonly<Record<keyof SentHeaders, string>>
  readonly body: string
}

const mark = new RegExp(`^${marksWritten}$`)
const leafType = new RegExp(`^(?:${leafTypesWritten})$`)
/** In the place of what was none, a text would be of the wrong type. */
const noText = /^\[?(?:number|boolean|null)\]?$/

export interface Loaded {
  readonly draft: AgainDraft
  /** Where the body is empty because the log does not hold it. */
  readonly emptied: readonly string[]
}

export function draftOf(
  { path, query, request }: LogDetail,
  { keyId, hasValues }: { readonly keyId: string; readonly hasValues: boolean },
): Loaded {
  const { text, emptied } = emptiedBody(request.body?.text ?? '', hasValues)
  const header = (name: keyof SentHeaders) => {
    const value = request.headers[name] ?? ''
    return value.includes(redacted) ? '' : value
  }
  return {
    draft: {
      keyId,
      segments: path.split('/').flatMap((segment) => (segment.includes(redacted) ? [''] : [])),
      query: query
        .split('&')
        .map((pair) => pair.replace(/=.*\[redacted\].*$/, '='))
        .join('\n'),
      headers: {
        accept: header('accept'),
        'accept-language': header('accept-language'),
        'content-type': header('content-type'),
        'if-match': header('if-match'),
        'if-none-match': header('if-none-match'),
      },
      body: text,
    },
    emptied,
  }
}

function emptiedBody(text: string, hasValues: boolean): { text: string; emptied: string[] } {
  const value = parsed(text)
  if (value === undefined) return { text: '', emptied: [] }
  const emptied: string[] = []
  const empty = (one: unknown, at: string): unknown => {
    if (Array.isArray(one)) return one.map((item, place) => empty(item, `${at}[${place}]`))
    if (typeof one === 'object' && one !== null) {
      return Object.fromEntries(
        Object.entries(one).map(([name, inner]) => [
          name,
          empty(inner, at ? `${at}.${name}` : name),
        ]),
      )
    }
    if (typeof one !== 'string' || !isHeldBack(one, hasValues)) return one
    emptied.push(at)
    return noText.test(one) ? null : ''
  }
  return { text: JSON.stringify(empty(value, ''), null, 2), emptied }
}

/** Who sees no values is shown the name of the type of each. */
const isHeldBack = (text: string, hasValues: boolean) =>
  text.includes(redacted) || mark.test(text) || (!hasValues && leafType.test(text))

/** Those of the emptied places that nobody has filled in yet; none of what is no JSON. */
export function stillEmpty(body: string, emptied: readonly string[]): readonly string[] {
  const value = parsed(body)
  if (value === undefined) return []
  const empty: string[] = []
  const look = (one: unknown, at: string) => {
    if (one === '' || one === null) empty.push(at)
    else if (Array.isArray(one)) one.forEach((item, place) => look(item, `${at}[${place}]`))
    else if (typeof one === 'object') {
      for (const [name, inner] of Object.entries(one)) look(inner, at ? `${at}.${name}` : name)
    }
  }
  look(value, '')
  return emptied.filter((at) => empty.includes(at))
}

/** Undefined for what is no JSON; that may be sent as well. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** As it is sent. What no address can hold is written as one holds it. */
export function againOf(detail: LogDetail, draft: AgainDraft): SendAgain {
  const filled = [...draft.segments]
  const path = detail.path
    .split('/')
    .map((segment) =>
      segment.includes(redacted) ? encodeURIComponent(filled.shift() ?? '') : segment,
    )
    .join('/')
  const headers = Object.fromEntries(
    Object.entries(draft.headers).filter(([, value]) => value.trim() !== ''),
  )
  return {
    keyId: draft.keyId,
    path,
    query: draft.query
      .split('\n')
      .map((line) => line.trim().replaceAll(/[^\x21-\x7e]|[#&]/g, encodeURIComponent))
      .filter(Boolean)
      .join('&'),
    headers,
    body: hasBody(detail) && draft.body !== '' ? draft.body : null,
    copyToSandbox: detail.environment === 'production',
  }
}

export const hasBody = ({ method }: Pick<LogDetail, 'method'>) =>
  method !== 'GET' && method !== 'DELETE'
