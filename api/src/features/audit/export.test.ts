import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEntry } from '@sonaqor/contract/audit'
import type { WorldTenant } from '../../testing/builders.ts'
import { longAuditLog, readSlowly } from '../../testing/slow-readers.ts'
import { until } from '../../testing/until.ts'
import { startWorld, type World } from '../../testing/world.ts'
import { csvLine } from '../../core/csv/index.ts'
import { sha256 } from '../../testing/run-verifier.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { SONAQOR_LIMIT_FACTOR: '1000' } })
  acme = await world.tenant('Acme', { roles: ['owner'] })
  await acme.key({ label: '=HYPERLINK("https://evil.test")' })
})
afterAll(() => world?.stop())

const ask = async (query = '', options = {}) =>
  world.ask(`/v1/audit/export${query}`, { as: await acme.member(), ...options })

interface Manifest {
  readonly [name: string]: unknown
}

/** The file without its manifest, and the manifest. */
function taken(text: string): { lines: string[]; manifest: Manifest; body: string } {
  const lines = text.trimEnd().split('\n')
  const last = lines.pop()!
  return {
    lines,
    body: `${lines.join('\n')}\n`,
    manifest: (JSON.parse(last) as { manifest: Manifest }).manifest,
  }
}

describe('XC-4 it is taken away as NDJSON', () => {
  test('whole, oldest first, as it is searched, with a manifest of what it holds', async () => {
    const { audit } = world.as(await acme.member())
    const { lines, manifest, body } = taken(await audit.export())
    const { data } = await audit.search({ query: { limit: 200 } })
    const entries = lines.map((line) => JSON.parse(line) as AuditEntry)
    const known = new Map(data.map((entry) => [entry.sequence, entry]))
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1))
    for (const entry of entries) expect(entry).toEqual(known.get(entry.sequence))
    expect(entries.at(-1)).toMatchObject({ action: 'audit.exported' })
    expect(manifest).toEqual({
      tenant: acme.id,
      format: 'jsonl',
      at: expect.any(String),
      filter: {},
      whole: true,
      entries: entries.length,
      first: 1,
      last: entries.length,
      head: entries.at(-1)?.hash,
      sha256: sha256(body),
    })
  })

  test('as a file with a name, which nobody keeps on the way', async () => {
    const answer = await ask()
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.jsonl"$/,
      ),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    await answer.text()
  })

  test('as far as the filter goes, and then for no whole chain', async () => {
    const { audit } = world.as(await acme.member())
    for (const query of [{ area: 'keys' }, { text: 'hyperlink', action: 'keys.issued' }]) {
      const { lines, manifest } = taken(await audit.export({ query }))
      expect(lines.map((line) => (JSON.parse(line) as AuditEntry).action)).toEqual(['keys.issued'])
      expect(manifest).toMatchObject({ whole: false, entries: 1, filter: query })
    }
  })

  test('in as many pieces as it takes', async () => {
    const big = await world.tenant('Big', { roles: ['owner'] })
    const key = await big.key()
    const { rows } = await world.db.query<{ count: number }>(
      'select count(*)::integer as count from audit_entries where tenant_id = $1',
      [big.id],
    )
    // More than are read at once; only their places matter here.
    await world.db.query(
      `insert into audit_entries (tenant_id, id, sequence, at, actor, action, previous_hash, hash, target)
       select tenant_id, gen_random_uuid(), 1000 + n, at, actor, 'keys.made-up', previous_hash, hash, 'x'
       from audit_entries, generate_series(1, 2500) n where tenant_id = $1 and sequence = 1`,
      [big.id],
    )
    const { lines } = taken(await world.as(await big.member()).audit.export())
    const sequences = lines.map((line) => (JSON.parse(line) as AuditEntry).sequence)
    expect(sequences).toHaveLength(rows[0]!.count + 1 + 2500)
    expect(sequences).toEqual([...new Set(sequences)].toSorted((one, other) => one - other))
    expect(key.id).toBeTruthy()
  })
})

describe('XC-4 it is taken away as CSV', () => {
  test('with every field, and no text that a spreadsheet would run', async () => {
    const text = await (await ask('?format=csv&area=keys')).text()
    const [top, line, end] = text.split('\r\n')
    expect(top?.split(',')).toHaveLength(18)
    expect(line).toContain('keys.issued')
    expect(end).toMatch(/^"# \{""tenant"":/)
    expect(end).toContain(sha256(`${top}\r\n${line}\r\n`))
  })

  test.each([
    ['=1+1', `"'=1+1"`],
    ['+49 30', `"'+49 30"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    [' =1', `"' =1"`],
    ['\uff1d1', `"'\uff1d1"`],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['plain', 'plain'],
    [-1, '-1'],
    [null, ''],
  ])('%j', (value, written) => {
    expect(csvLine([value])).toBe(`${written}\r\n`)
  })
})

describe('a file that is sent', () => {
  const open = `select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and usename = 'world_app' and state = 'idle in transaction'`
  const count = async () => (await world.db.query<{ count: number }>(open)).rows[0]!.count

  test('XC-1 holds no connection while its reader takes no more, nor a place that is wanted by others', async () => {
    await world.db.query(longAuditLog, [acme.id])
    const other = await world.tenant('Other', { roles: ['owner'] })
    const { token } = await acme.member()
    const letGo = await Promise.all(
      world.servers.map(({ url }) => readSlowly(`${url}/v1/audit/export`, { token, count: 2 })),
    )
    await until(async () => (await count()) === 0)
    const fifth = await ask('?area=projects')
    expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([429, '5'])
    expect(await fifth.json()).toMatchObject({ code: 'quota-exceeded' })
    const theirs = await world.ask('/v1/audit/export', { as: await other.member() })
    expect(theirs.status).toBe(200)
    await theirs.text()
    for (const go of letGo) go()
    await until(async () => {
      const again = await ask('?area=projects')
      await again.text()
      return again.status === 200
    })
    await until(async () => (await count()) === 0)
  })

  test('XC-4 is not begun for who asks for its head alone, and nothing says that it was taken', async () => {
    const exportsSoFar = `select count(*)::integer as exports from audit_entries
      where tenant_id = $1 and action = 'audit.exported'`
    const before = await world.db.query<{ exports: number }>(exportsSoFar, [acme.id])
    const answer = await ask('', { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect(answer.headers.get('content-type')).toBe('application/jsonl; charset=utf-8')
    await until(async () => (await count()) === 0)
    const { rows } = await world.db.query<{ exports: number }>(exportsSoFar, [acme.id])
    expect(rows[0]!.exports).toBe(before.rows[0]!.exports)
  })
})
