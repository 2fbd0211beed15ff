import { fixedHeaders, jsonOf, type Call } from './call.ts'

const text = (value: string) => JSON.stringify(value)

/** What stands in backticks means itself; a backtick within is put between two of them. */
const raw = (value: string) => `\`${value.replaceAll('`', '` + "`" + `')}\``

/** With the standard library alone. */
export function go(call: Call): string {
  const { method, url, body, idempotent } = call
  const imports = [
    ...(idempotent ? ['crypto/rand'] : []),
    'fmt',
    'io',
    'net/http',
    ...(body === undefined ? [] : ['strings']),
  ]
  const headers = [
    ...fixedHeaders(call).map(
      ([name, value]) => `request.Header.Set(${text(name)}, ${text(value)})`,
    ),
    ...(idempotent ? ['request.Header.Set("Idempotency-Key", rand.Text())'] : []),
  ]
  return `package main

import (
${imports.map((name) => `\t"${name}"\n`).join('')})

func main() {
${body === undefined ? '' : `\tbody := strings.NewReader(${raw(jsonOf(body))})\n`}\trequest, err := http.NewRequest(${text(method)}, ${text(url)}, ${body === undefined ? 'nil' : 'body'})
\tif err != nil {
\t\tpanic(err)
\t}
${headers.map((line) => `\t${line}\n`).join('')}\tanswer, err := http.DefaultClient.Do(request)
\tif err != nil {
\t\tpanic(err)
\t}
\tdefer answer.Body.Close()
\tread, err := io.ReadAll(answer.Body)
\tif err != nil {
\t\tpanic(err)
\t}
\tfmt.Println(answer.Status, string(read))
}`
}
