import { fixedHeaders, indented, type Call } from './call.ts'
import { literal, quoted, type Notation } from './literal.ts'

const notation: Notation = {
  list: ['[', ']'],
  map: ['[', ']'],
  entry: (name, value) => `${quoted(name)} => ${value}`,
  // An empty array would travel as a list.
  emptyMap: 'new stdClass()',
  true: 'true',
  false: 'false',
  null: 'null',
  indent: '    ',
}

/** With the extension that nearly every PHP has. */
export function php(call: Call): string {
  const { method, url, body, idempotent, answer } = call
  const headers = [
    ...fixedHeaders(call).map(([name, value]) => quoted(`${name}: ${value}`)),
    ...(idempotent ? [`'Idempotency-Key: ' . bin2hex(random_bytes(16))`] : []),
  ]
  const options = [
    ...(method === 'GET' ? [] : [`    CURLOPT_CUSTOMREQUEST => ${quoted(method)},`]),
    '    CURLOPT_RETURNTRANSFER => true,',
    ...(headers.length === 0
      ? []
      : [
          `    CURLOPT_HTTPHEADER => [\n${headers.map((one) => `        ${one},\n`).join('')}    ],`,
        ]),
    ...(body === undefined
      ? []
      : [`    CURLOPT_POSTFIELDS => json_encode(${indented(literal(body, notation), '    ')}),`]),
  ]
  return `<?php
$curl = curl_init(${quoted(url)});
curl_setopt_array($curl, [
${options.join('\n')}
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new Exception(curl_error($curl));
}
${answer === 'json' ? 'print_r(json_decode($answer, true));' : answer === 'file' ? 'echo $answer;' : 'echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE);'}`
}
