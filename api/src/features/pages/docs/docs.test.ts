import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { apiVersions } from '@sonaqor/contract/api-versions'
import { contract, openapi, problemCodes, refusalsOf, type Endpoint } from '@sonaqor/contract'
import { until } from '../../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { readAdditions } from './added.ts'
import { changelog } from './changelog.ts'
import { languages } from './samples/index.ts'

const own = 'https://sonaqor.test'
const run = promisify(execFile)

let world: OwnWorld
let build: string

beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'sonaqor-docs-'))
  await mkdir(join(build, 'shell'))
  await writeFile(join(build, 'shell/docs.json'), '{"file":"docs.1a2b3c4d.js"}')
  world = await startWorld({ env: { PUBLIC_URL: own, SONAQOR_BUILD_DIR: build } })
})
afterAll(async () => {
  await world.stop()
  await rm(build, { recursive: true })
})

const operations = Object.entries<Record<string, Endpoint>>(contract).flatMap(([area, endpoints]) =>
  Object.entries(endpoints)
    .filter(([, { options }]) => !options.internal)
    .map(([verb, endpoint]) => ({ area, id: `${area}.${verb}`, endpoint })),
)

const pages = new Map<string, Promise<string>>()
function pageAt(path: string): Promise<string> {
  const page = pages.get(path) ?? world.ask(path).then((answer) => answer.text())
  pages.set(path, page)
  return page
}

/** What stands between the head of an operation and the next one. */
async function sectionOf({ area, id }: (typeof operations)[number]): Promise<string> {
  const page = await pageAt(`/docs/api/${area}`)
  return page.split(`<section id="${id}"`)[1]?.split('<section id=')[0] ?? ''
}

const plain = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

describe('SU-4: the reference of each operation', () => {
  test('shows a request in five languages, with a place for the key of the reader', async () => {
    for (const operation of operations) {
      const section = await sectionOf(operation)
      for (const { name } of languages) {
        const sample = section.split(`data-language="${name}"`)[1]?.split('</figure>')[0] ?? ''
        const { method } = operation.endpoint
        expect([operation.id, name, plain(sample)]).toEqual([
          operation.id,
          name,
          expect.stringContaining(`${own}/v1/`),
        ])
        if (method !== 'GET') expect(sample).toContain(method)
      }
    }
  })

  test('names every parameter and every field of its body, with the example of one', async () => {
    const { paths } = openapi(contract) as { paths: Record<string, Record<string, Described>> }
    for (const operation of operations) {
      const { path, method } = operation.endpoint
      const section = await sectionOf(operation)
      for (const { name } of paths[`/v1${path}`]![method.toLowerCase()]!.parameters ?? []) {
        expect([operation.id, section]).toEqual([
          operation.id,
          expect.stringContaining(`<code>${name}</code>`),
        ])
      }
    }
    const ingest = await sectionOf(operations.find(({ id }) => id === 'transactions.ingest')!)
    expect(ingest).toContain('<code>lines[].unitPrice</code>')
    expect(plain(ingest)).toMatch(/currency\s+string.*\s+Example: "EUR"/)
    expect(plain(ingest)).toContain('At most 4096 KiB.')
    expect(plain(ingest)).toContain('6000 requests a minute for each credential')
    expect(plain(ingest)).toContain('With the same Idempotency-Key it is done once')
  })

  test('names each problem that it may give by its code, and leads to its page', async () => {
    for (const operation of operations) {
      const section = await sectionOf(operation)
      const missing = refusalsOf(operation.endpoint).filter(
        (code) => !section.includes(`href="/docs/problems/${code}"`),
      )
      expect([operation.id, missing]).toEqual([operation.id, []])
    }
  })

  test('can be tried where a key can call it, and where it answers with no file', async () => {
    for (const operation of operations) {
      const { access, only, streams } = operation.endpoint.options
      const section = await sectionOf(operation)
      const isTried = section.includes(`data-try="${operation.id}"`)
      if (streams || only === 'member' || !access.includes(':')) expect(isTried).toBe(false)
      if (only === 'key') expect(isTried).toBe(true)
    }
    const issue = await sectionOf(operations.find(({ id }) => id === 'keys.update')!)
    expect(issue).toContain('data-method="PATCH"')
    expect(issue).toContain('data-path="/v1/keys/{id}"')
    expect(issue).toMatch(/name="id" data-in="path" required/)
    expect(issue).toMatch(/name="Idempotency-Key" data-in="header"/)
    expect(issue).toContain('<textarea')
  })
})

interface Described {
  readonly parameters?: readonly { readonly name: string }[]
}

describe('SU-4: the docs as a whole', () => {
  test('run the one script that was built for them, and no other', async () => {
    const answer = await world.ask('/docs/api/keys')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        `script-src ${own}/assets/`,
        "connect-src 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "trusted-types 'none'",
      ]),
    )
    expect(policy).not.toMatch(/unsafe|nonce/)
    const page = await answer.text()
    expect(page.match(/<script[^>]*>/g)).toEqual([
      '<script type="module" src="/assets/docs.1a2b3c4d.js">',
    ])
    expect(page).not.toMatch(/ (style|on[a-z]+)=/)
  })

  test('are read without a script, and then offer nothing that takes one', async () => {
    const bare = await startWorld({ env: { PUBLIC_URL: own, SONAQOR_BUILD_DIR: join(build, 'x') } })
    try {
      const page = await (await bare.ask('/docs/api/keys')).text()
      expect(page).toContain('id="keys.issue"')
      expect(page).not.toMatch(/<script|<template|data-try|data-search/)
    } finally {
      await bare.stop()
    }
  })

  test('call the key that they fill in as it stands among the keys of the reader', async () => {
    const lending = new URL('../../../../../shell/src/docs/lending.ts', import.meta.url)
    const [, label = ''] = /docsLabel = '(.+)'/.exec(await readFile(lending, 'utf8')) ?? []
    expect(plain(await pageAt('/docs'))).toContain(`stands as “${label}” in your API keys`)
  })

  test('are found: every page and every operation, by an address that leads to it', async () => {
    const page = await pageAt('/docs')
    const [, address = ''] = /data-search="([^"]+)"/.exec(page) ?? []
    const answer = await world.ask(address)
    expect(answer.headers.get('cache-control')).toContain('immutable')
    const found = (await answer.json()) as { u: string; t: string }[]
    for (const { id } of operations) {
      const [area] = id.split('.')
      expect(found.map(({ u }) => u)).toContain(`/docs/api/${area}#${id}`)
    }
    for (const path of new Set(found.map(({ u }) => u.split('#')[0]!))) {
      expect([path, (await world.ask(path)).status]).toEqual([path, 200])
    }
    expect(found.map(({ u }) => u)).toEqual(
      expect.arrayContaining(problemCodes.map((code) => `/docs/problems/${code}`)),
    )
  })

  test('show what stands on a page at its side, and lead there', async () => {
    const page = await pageAt('/docs/api/keys')
    const side = page.split('<nav class="side"')[1]?.split('</nav>')[0] ?? ''
    for (const { id } of operations.filter(({ area }) => area === 'keys')) {
      expect(side).toContain(`href="#${id}"`)
    }
    expect(side).not.toContain('href="#apps.list"')
  })

  test('lead nowhere within a page where nothing stands', async () => {
    for (const path of ['/docs', '/docs/quick-starts/transactions', '/docs/api/keys']) {
      const page = await pageAt(path)
      for (const [, to = '', hash = ''] of page.matchAll(/href="((?:\/docs[^"#]*)?)#([^"]+)"/g)) {
        const target = to === '' || to === path ? page : await pageAt(to)
        expect([path, hash, target.includes(`id="${hash}"`)]).toEqual([path, hash, true])
      }
    }
  })
})

/** The samples of a page by the name of their group, as they are copied. */
function sampleIn(page: string, group: string, language: string): string {
  const rest = page.split(`name="language-${group}"`).at(-1) ?? ''
  const figure = rest.split(`data-language="${language}"`)[1]?.split('</figure>')[0] ?? ''
  return plain(/<code>([^]*)<\/code>/.exec(figure)?.[1] ?? '')
}

describe('SU-4: the quick start “Send your first transaction”, copied as it stands', () => {
  test.each([
    ['curl', 'bash', '-c'],
    ['javascript', process.execPath, '-e'],
  ])('sends a transaction in %s, which then stands in the logs', async (language, ...command) => {
    const tenant = await world.tenant(`Quick ${language}`, { roles: ['owner'] })
    const key = await tenant.key({ environment: 'sandbox', scopes: ['transactions:ingest'] })
    const send = async (group: string) => {
      const [program, option] = command as [string, string]
      const text = sampleIn(await pageAt('/docs/quick-starts/transactions'), group, language)
        .replaceAll(own, world.url)
        .replace('sq_test_your_key', key.token)
      const code = language === 'javascript' ? `(async () => {${text}})()` : text
      return (await run(program, [option, code])).stdout
    }
    expect(await send('first')).toMatch(/created/)
    expect(await send('first')).toMatch(/unchanged/)
    const many = await send('many')
    expect(many).toMatch(/refused/)
    expect(many).toMatch(/created/)
    const api = world.as(await tenant.member())
    const query = { environment: 'sandbox' } as const
    await until(async () => (await api.logs.search({ query })).data.length === 3)
  })
})

describe('SU-4: the changelog is made from the versions that the server speaks', () => {
  test('each version stands in it, and is led to by the side of every page', async () => {
    const page = await pageAt('/docs/changelog')
    for (const { date } of apiVersions) expect(page).toContain(`<section id="${date}">`)
    expect(await pageAt('/docs')).toContain('href="/docs/changelog"')
  })

  test('tells the newest first, what it changed, of what, and when it goes', () => {
    const change = {
      id: 'flat-names',
      summary: 'A name is one `string`.',
      operations: ['keys.list'],
    }
    const versions = [
      {
        date: '2026-11-22',
        changes: [],
        deprecated: { since: '2027-02-01', sunset: '2028-02-01' },
      },
      { date: '2027-01-15', changes: [change] },
    ]
    const { content } = changelog(contract, versions, {})
    const sections = content.text.split('<section ').slice(1)
    expect(sections.map((text) => /id="([^"]+)"/.exec(text)?.[1])).toEqual([
      '2027-01-15',
      '2026-11-22',
    ])
    expect(sections[0]).toContain('href="/docs/api/keys#keys.list"')
    expect(sections[0]).toContain('A name is one <code>string</code>.')
    expect(plain(sections[1]!)).toMatch(/Deprecated since 2027-02-01\.\s+From 2028-02-01 on/)
    expect(sections[1]).toContain('The first version.')
  })

  test('tells what was added since the first day, under its day, and nothing twice', () => {
    const versions = [{ date: '2026-11-22', changes: [] }]
    const { content } = changelog(contract, versions, {
      '2026-12-03': [
        'Key home',
        'Key home.street',
        'keys.list query colour',
        'keys.show answer at',
      ],
      '2026-12-01': ['Fresh id', 'keys.rotate', 'keys.rotate body at'],
      '2026-11-20': ['Key id', 'keys.list', 'keys.show'],
    })
    const [newest, first, version, ...others] = content.text.split('<section ').slice(1)
    expect(others).toEqual([])
    expect(newest).toContain('id="2026-12-03"')
    expect(plain(newest!)).toMatch(
      /New fields and parameters\s+Key has home\s*keys.list takes, in its query, colour\s*keys.show answers at\s*$/,
    )
    expect(first).toContain('<a href="/docs/api/keys#keys.rotate"><code>keys.rotate</code></a>')
    expect(plain(first!)).toContain(contract.keys.rotate.options.summary)
    expect(first).not.toMatch(/Fresh|fields/)
    expect(version).toContain('The first version.')
  })

  test('has every operation that was added, as the contract keeps it', async () => {
    const page = await pageAt('/docs/changelog')
    const [, ...later] = Object.entries(readAdditions()).toReversed()
    expect(later.length).toBeGreaterThan(0)
    for (const [day, names] of later) {
      expect(page).toContain(`<section id="${day}">`)
      for (const name of names.filter((one) => !one.includes(' '))) {
        expect(page).toContain(`#${name}"><code>${name}</code></a>`)
      }
    }
  })
})
