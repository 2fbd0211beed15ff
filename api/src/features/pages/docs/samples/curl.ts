import {
  exportedKey,
  fixedHeaders,
  jsonOf,
  keyPlaceholder,
  keyVariable,
  type Call,
} from './call.ts'

/** A quote within a text of the shell ends it, stands by itself, and begins it anew. */
const inShell = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The key comes from the environment, as in every command that is copied here or elsewhere. */
function headerOf(name: string, value: string): string {
  const [before, after] = `${name}: ${value}`.split(keyPlaceholder)
  return after === undefined ? inShell(`${before}`) : `"${before}$${keyVariable}${after}"`
}

export function curl(call: Call): string {
  const { method, url, credential, body, idempotent, answer } = call
  const command = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${inShell(url)}`,
    ...fixedHeaders(call).map(([name, value]) => `-H ${headerOf(name, value)}`),
    ...(idempotent ? ['-H "Idempotency-Key: $(openssl rand -hex 16)"'] : []),
    ...(body === undefined ? [] : [`-d ${inShell(jsonOf(body))}`]),
    ...(answer === 'file' ? ['-o answer.txt'] : []),
  ].join(' \\\n  ')
  return credential === keyPlaceholder ? `${exportedKey}\n${command}` : command
}
