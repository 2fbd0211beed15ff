import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { keyPlaceholder, type Call } from './call.ts'
import { languages } from './index.ts'

const run = promisify(execFile)

interface Received {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly authorization: string | undefined
  readonly type: string | undefined
  readonly hasIdempotencyKey: boolean
  readonly body: unknown
}

/** How a sample is run as it stands; where the machine lacks the language, it is only written. */
const runners: Readonly<
  Record<string, readonly [program: string, version: string, file: string, ...args: string[]]>
> = {
  curl: ['bash', '--version', 'sample.sh'],
  javascript: [process.execPath, '--version', 'sample.mjs'],
  python: ['python3', '--version', 'sample.py'],
  php: ['php', '--version', 'sample.php'],
  go: ['go', 'version', 'sample.go', 'run'],
}
const runnable = languages.filter(({ name }) => {
  const [program, version] = runners[name]!
  return spawnSync(program, [version]).status === 0
})

let folder: string
let received: Received[]
const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString()
  const { method, url, headers } = request
  received.push({
    method,
    url,
    authorization: headers.authorization,
    type: headers['content-type'],
    hasIdempotencyKey: String(headers['idempotency-key'] ?? '').length > 15,
    body: text === '' ? undefined : JSON.parse(text),
  })
  response.setHeader('content-type', 'application/json')
  response.end('{"told":"it arrived"}')
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonaqor-samples-'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

/** What is hard to write: quotes of each kind, what the languages put values into, nothing, and depth. */
const hard = {
  text: `it's "so" \\ $HOME \${x} #{y} \`z\` <?php`,
  none: null,
  yes: true,
  no: false,
  amount: 12.5,
  'content-type': 'a name in quotes',
  map: {},
  list: [],
  lines: [{ unitPrice: '64.95', tags: ['a', 'ü €'] }, {}],
}

const calls: readonly (readonly [string, Omit<Call, 'url'> & { path: string }])[] = [
  ['reads', { method: 'GET', path: '/v1/keys?limit=2&q=a%20b', credential: 'k', answer: 'json' }],
  [
    'reads with a key',
    { method: 'GET', path: '/v1/me', credential: keyPlaceholder, answer: 'json' },
  ],
  ['reads without a credential', { method: 'GET', path: '/v1/registry', answer: 'json' }],
  ['reads a file', { method: 'GET', path: '/v1/audit/export', credential: 'k', answer: 'file' }],
  [
    'sends',
    {
      method: 'POST',
      path: '/v1/x',
      credential: 'k',
      body: hard,
      idempotent: true,
      answer: 'json',
    },
  ],
  ['changes', { method: 'PATCH', path: '/v1/x', credential: 'k', body: {}, answer: 'nothing' }],
  [
    'ends',
    { method: 'DELETE', path: '/v1/x', credential: 'k', idempotent: true, answer: 'nothing' },
  ],
]

const cases = calls.flatMap(([does, call]) =>
  runnable.map(({ name, title, write }) => [title, does, name, call, write] as const),
)

test.each(cases)(
  'SU-4: a sample in %s that %s is run as it stands',
  async (...[, , name, call, write]) => {
    received = []
    const { path, ...rest } = call
    const [program, , file, ...args] = runners[name]!
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
    await writeFile(join(folder, file), write({ ...rest, url }))
    const { stdout } = await run(program, [...args, file], { cwd: folder })
    expect(received).toEqual([
      {
        method: call.method,
        url: path,
        authorization: call.credential && `Bearer ${call.credential}`,
        type: call.body === undefined ? undefined : 'application/json',
        hasIdempotencyKey: call.idempotent ?? false,
        body: call.body,
      },
    ])
    if (call.answer === 'json') expect(stdout).toContain('it arrived')
  },
)

test('SU-4: there are five languages, and at least those of this house are run here', () => {
  expect(languages.map(({ title }) => title)).toEqual(['curl', 'JavaScript', 'Python', 'PHP', 'Go'])
  const names = runnable.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['curl', 'javascript']))
})

const call: Call = {
  method: 'POST',
  url: 'https://sonaqor.test/v1/x',
  credential: 'k',
  body: { text: `it's \\ "so"`, list: [1, null], map: {}, tick: 'a`b' },
  idempotent: true,
  answer: 'json',
}
const written = (name: string) => languages.find((one) => one.name === name)!.write(call)

test('SU-4: a command takes the key from where all that are copied elsewhere take it, too', () => {
  const [curl] = languages
  const lines = curl.write({ ...call, credential: keyPlaceholder }).split('\n')
  expect(lines[0]).toBe(`export SONAQOR_API_KEY=${keyPlaceholder}`)
  expect(lines).toContain('  -H "Authorization: Bearer $SONAQOR_API_KEY" \\')
})

test('SU-4: where no PHP is at hand, its sample is written as PHP reads it', () => {
  expect(written('php')).toContain(`    CURLOPT_POSTFIELDS => json_encode([
        'text' => 'it\\'s \\\\ "so"',
        'list' => [
            1,
            null,
        ],
        'map' => new stdClass(),
        'tick' => 'a\`b',
    ]),`)
  expect(written('php')).toContain(`'Idempotency-Key: ' . bin2hex(random_bytes(16)),`)
})

test('SU-4: where no Go is at hand, its sample imports what it uses and sends the same body', () => {
  const text = written('go')
  const imports = [...text.matchAll(/^\t"([a-z/]+)"$/gm)].map(([, name = '']) => name)
  expect(imports).toEqual(['crypto/rand', 'fmt', 'io', 'net/http', 'strings'])
  const used = imports.filter((name) => text.includes(`${name.split('/').at(-1)}.`))
  expect(used).toEqual(imports)
  const [, literal = ''] = /NewReader\((`[^]*`)\)\n/.exec(text) ?? []
  expect(JSON.parse(literal.slice(1, -1).replaceAll('` + "`" + `', '`'))).toEqual(call.body)
})
