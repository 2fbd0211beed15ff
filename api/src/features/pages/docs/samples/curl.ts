import { fixedHeaders, jsonOf, type Call } from './call.ts'

/** A quote within a text of the shell ends it, stands by itself, and begins it anew. */
const inShell = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

export function curl(call: Call): string {
  const { method, url, body, idempotent, answer } = call
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${inShell(url)}`,
    ...fixedHeaders(call).map(([name, value]) => `-H ${inShell(`${name}: ${value}`)}`),
    ...(idempotent ? ['-H "Idempotency-Key: $(openssl rand -hex 16)"'] : []),
    ...(body === undefined ? [] : [`-d ${inShell(jsonOf(body))}`]),
    ...(answer === 'file' ? ['-o answer.txt'] : []),
  ].join(' \\\n  ')
}
