import { fixedHeaders, indented, type Call } from './call.ts'
import { literal, quoted, type Notation } from './literal.ts'

const notation: Notation = {
  list: ['[', ']'],
  map: ['{', '}'],
  entry: (name, value) => `${quoted(name)}: ${value}`,
  emptyMap: '{}',
  true: 'True',
  false: 'False',
  null: 'None',
  indent: '    ',
}

const read = {
  json: 'print(json.load(answer))',
  file: 'print(answer.read().decode())',
  nothing: 'print(answer.status)',
}

/** With what comes with Python, so that nothing has to be installed first. */
export function python(call: Call): string {
  const { method, url, body, idempotent, answer } = call
  const imports = [
    ...(body !== undefined || answer === 'json' ? ['import json'] : []),
    'import urllib.request',
    ...(idempotent ? ['import uuid'] : []),
  ]
  const headers = [
    ...fixedHeaders(call).map(([name, value]) => notation.entry(name, quoted(value))),
    ...(idempotent ? [`'Idempotency-Key': str(uuid.uuid4())`] : []),
  ]
  const given = [
    `    ${quoted(url)},`,
    ...(method === 'GET' ? [] : [`    method=${quoted(method)},`]),
    ...(headers.length === 0
      ? []
      : [`    headers={\n${headers.map((one) => `        ${one},\n`).join('')}    },`]),
    ...(body === undefined
      ? []
      : [`    data=json.dumps(${indented(literal(body, notation), '    ')}).encode(),`]),
  ]
  return `${imports.join('\n')}

request = urllib.request.Request(
${given.join('\n')}
)
with urllib.request.urlopen(request) as answer:
    ${read[answer]}`
}
