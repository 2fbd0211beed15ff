import type { LogDetail } from '@sonaqor/contract/logs'

/** What belonged to that one request or connection, or is said by curl itself. */
const left = new Set([
  'accept-encoding',
  'authorization',
  'content-length',
  'idempotency-key',
  'x-request-id',
])

/** Stands in a log wherever something was too private to be kept. */
const redacted = '[redacted]'

/**
 * The request as a command for a POSIX shell. The key comes from the environment, for no log holds
 * one; headers that were redacted are left out, and the body is the one that the log holds.
 */
export function curlOf(
  { method, path, query, request }: LogDetail,
  origin = '$SONAQOR_URL',
): string {
  const headers = Object.entries(request.headers).filter(
    ([name, value]) => !left.has(name) && !value.includes(redacted),
  )
  return [
    `curl "${origin}"${quote(path + (query && `?${query}`))}`,
    `--request ${method}`,
    '--header "Authorization: Bearer $SONAQOR_KEY"',
    ...headers.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(request.body ? [`--data-raw ${quote(request.body.text)}`] : []),
  ].join(' \\\n  ')
}

/** Within single quotes a shell reads everything as it stands, but for the quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
