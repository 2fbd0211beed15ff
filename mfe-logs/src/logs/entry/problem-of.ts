import type { LogEntry, LogDetail } from '@sonaqor/contract/logs'

const docs = /^\/docs\/problems\/([\w-]+)$/

/** What was refused, by the page that explains it; nothing where the answer says no problem of ours. */
export function problemOf(entry: LogEntry | LogDetail): { code: string; path: string } | undefined {
  const text = 'response' in entry ? entry.response.body?.text : undefined
  const [path, code] = docs.exec(typeIn(text ?? '')) ?? []
  return path && code ? { path, code } : undefined
}

function typeIn(text: string): string {
  try {
    const { type } = JSON.parse(text) as { readonly type?: unknown }
    return typeof type === 'string' ? type : ''
  } catch {
    return ''
  }
}
