/** What a page was served with, as far as it concerns an embed. */
export interface PageHeaders {
  /** Policies that are enforced, as they were written; all of them must allow a thing. */
  readonly policies: readonly string[]
  /** Policies that only report. */
  readonly reportOnly: readonly string[]
  readonly embedder: string | undefined
  readonly opener: string | undefined
  readonly permissions: string | undefined
}

const policyName = 'content-security-policy'

type Line = readonly [name: string, value: string]

/** Takes what matters out of headers; one that came several times counts each time. */
export function headersFrom(
  lines: Iterable<Line>,
  metaPolicies: readonly string[] = [],
): PageHeaders {
  const all = Array.from(lines, ([name, value]): Line => [name.toLowerCase(), value.trim()])
  const valuesOf = (name: string) => all.filter(([one]) => one === name).map(([, value]) => value)
  return {
    policies: [...valuesOf(policyName), ...metaPolicies].flatMap(splitPolicies),
    reportOnly: valuesOf(`${policyName}-report-only`).flatMap(splitPolicies),
    embedder: valuesOf('cross-origin-embedder-policy')[0],
    opener: valuesOf('cross-origin-opener-policy')[0],
    permissions: valuesOf('permissions-policy').join(', ') || undefined,
  }
}

/** A browser joins several headers of one name by commas; no directive holds one. */
const splitPolicies = (value: string) =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/**
 * Reads what somebody has pasted: the answer of `curl -I` (of the last page it was led to), single
 * headers, `<meta http-equiv>` elements, or a policy without its name.
 */
export function readPasted(text: string): PageHeaders {
  const answers = text.split(/^HTTP\/[\d.]+ .*$/m)
  const last = answers.findLast((answer) => answer.trim() !== '') ?? ''
  const metas = Array.from(last.matchAll(/<meta\b[^>]*>/gi), ([meta]) => policyOfMeta(meta))
  const rest = last.replaceAll(/<meta\b[^>]*>/gi, '')
  const lines = [...rest.matchAll(/^[ \t<]*([a-z][a-z-]*)[ \t]*:(?!\/\/)(.*(?:\n[ \t]+\S.*)*)$/gim)]
  const found = headersFrom(
    lines.map(([, name = '', value = '']): Line => [name, value]),
    metas.filter((policy) => policy !== undefined),
  )
  if (lines.length > 0 || metas.length > 0) return found
  return headersFrom([[policyName, rest.replaceAll(/\s+/g, ' ')]])
}

function policyOfMeta(meta: string): string | undefined {
  if (!/http-equiv\s*=\s*["']?content-security-policy["'\s>]/i.test(meta)) return undefined
  const [, double, single] = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(meta) ?? []
  return double ?? single
}
