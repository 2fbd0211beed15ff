import { fixedHeaders, indented, type Call } from './call.ts'
import { literal, quoted, type Notation } from './literal.ts'

const notation: Notation = {
  list: ['[', ']'],
  map: ['{', '}'],
  entry: (name, value) => `${/^[a-z_$][\w$]*$/i.test(name) ? name : quoted(name)}: ${value}`,
  emptyMap: '{}',
  true: 'true',
  false: 'false',
  null: 'null',
  indent: '  ',
}

const read = {
  json: 'console.log(await answer.json())',
  file: 'console.log(await answer.text())',
  nothing: 'console.log(answer.status)',
}

/** For Node.js and browsers, as JavaScript and, word for word, as TypeScript. */
export function javascript(call: Call): string {
  const { method, url, body, idempotent, answer } = call
  const headers = [
    ...fixedHeaders(call).map(([name, value]) => notation.entry(name, quoted(value))),
    ...(idempotent ? [`'Idempotency-Key': crypto.randomUUID()`] : []),
  ]
  const options = [
    ...(method === 'GET' ? [] : [`  method: ${quoted(method)},`]),
    ...(headers.length === 0
      ? []
      : [`  headers: {\n${headers.map((one) => `    ${one},\n`).join('')}  },`]),
    ...(body === undefined
      ? []
      : [`  body: JSON.stringify(${indented(literal(body, notation), '  ')}),`]),
  ]
  const given = options.length === 0 ? '' : `, {\n${options.join('\n')}\n}`
  return `const answer = await fetch(${quoted(url)}${given})
if (!answer.ok) throw new Error(await answer.text())
${read[answer]}`
}
