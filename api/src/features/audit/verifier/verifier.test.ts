import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { canonicalJson } from '../../../core/crypto/index.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { systemPrincipal } from '../../../core/access/index.ts'
import { furnish, publishKeys } from '../../../testing/belongings.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { makeCheckpoint } from '../checkpoints/checkpoints.service.ts'
import { runVerifier, sha256, type VerifierFiles } from '../../../testing/run-verifier.ts'
import { verifierPath } from './serve-verifier.ts'

let world: OwnWorld
let tenant: WorldTenant
let script: string
let whole: Required<VerifierFiles>

beforeAll(async () => {
  world = await startWorld({ env: { SONAQOR_LIMIT_FACTOR: '1000' } })
  tenant = await world.tenant('Exported', { roles: ['owner'] })
  const label = 'Zürich 𝄞 "quoted" \\ 1e3'
  await tenant.key({ label, environment: 'production' })
  await publishKeys(world)
  const { page } = await furnish(world, tenant, 'sandbox')
  await world.ask('/v1/embed-sessions/end', { method: 'POST', as: page.as, headers: page.headers })
  script = await (await world.ask(verifierPath)).text()
  await sign()
  whole = {
    export: await exported(),
    keys: await world.as(null).audit.keys(),
    checkpoints: JSON.stringify(await world.as(await tenant.member()).audit.checkpoints()),
  }
})
afterAll(() => world?.stop())

const exported = async () => world.as(await tenant.member()).audit.export()

/** What the job does, in a process of our own. */
async function sign(): Promise<void> {
  const foundation = await openFoundationOf(world)
  await foundation.scopes.run(systemPrincipal('audit', tenant.id), makeCheckpoint)
  await foundation.close()
}

const linesOf = (text: string) => text.trimEnd().split('\n')

/** The file with its lines changed, and a manifest that fits again. */
function forged(change: (lines: string[]) => string[], told = {}): string {
  const lines = linesOf(whole.export)
  const { manifest } = JSON.parse(lines.pop()!) as { manifest: object }
  const entries = change(lines)
  const ends = [entries[0], entries.at(-1)].map((line) => JSON.parse(line!) as { sequence: number })
  const { hash } = JSON.parse(entries.at(-1)!) as { hash: string }
  const body = entries.map((line) => `${line}\n`).join('')
  const count = { entries: entries.length, first: ends[0]?.sequence, last: ends[1]?.sequence }
  const fits = { ...manifest, ...count, head: hash, sha256: sha256(body), ...told }
  return `${body}${JSON.stringify({ manifest: fits })}\n`
}

const swap = ([one, two, three, ...rest]: string[]) => [one!, three!, two!, ...rest]
const rewritten = (lines: string[]) => {
  let previousHash = '0'.repeat(64)
  return lines.map((line, at) => {
    const { hash: _, ...entry } = JSON.parse(line) as { hash: string; target: string }
    const content = { ...entry, previousHash, ...(at === 1 ? { target: 'another' } : {}) }
    previousHash = sha256(canonicalJson(content))
    return JSON.stringify({ ...content, hash: previousHash })
  })
}

describe('XC-4 the stand-alone verifier', () => {
  test('holds a real export against keys and checkpoints, and says so', async () => {
    const { code, text } = await runVerifier(script, whole)
    expect([code, text]).toEqual([0, expect.stringContaining('HOLDS')])
    expect(text).toContain('1 of 1 checkpoints fit, and all are signed')
    expect(linesOf(whole.export).length).toBeGreaterThan(5)
    // Of each kind of whom it tells what others have not: an entry of a partner's page is among them.
    expect(whole.export).toContain('"action":"embeds.ended"')
  })

  test('says what it could not see without them', async () => {
    const { code, text } = await runVerifier(script, { export: whole.export })
    expect([code, text]).toEqual([0, expect.stringContaining('no checkpoints were given')])
  })

  test('shares no code with the server, and needs nothing but Node', () => {
    const imported = [...script.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
    expect(imported.every((name) => name!.startsWith('node:'))).toBe(true)
    expect(imported.length).toBeGreaterThan(2)
  })

  test.each([
    ['an entry is gone', (lines: string[]) => lines.toSpliced(2, 1), 'entry 3 is missing'],
    [
      'an entry stands there twice',
      (lines: string[]) => lines.toSpliced(2, 0, lines[1]!),
      'entry 3 is missing',
    ],
    ['two entries are swapped', swap, 'entry 2 is missing'],
    ['the first one is gone', (lines: string[]) => lines.slice(1), 'entry 1 is missing'],
    ['the tail is cut off', (lines: string[]) => lines.slice(0, 3), 'its tail was cut off'],
    ['all of it was written anew', rewritten, 'was rewritten'],
    [
      'a field is added',
      (lines: string[]) => lines.with(1, lines[1]!.replace('{', '{"more":1,')),
      'entry 2 was changed',
    ],
  ])('finds that %s, whatever the manifest says', async (_, change, why) => {
    const { code, text } = await runVerifier(script, { ...whole, export: forged(change) })
    expect([code, text]).toEqual([1, expect.stringContaining(why)])
  })

  test('cannot tell a file from one whose tail was cut off, where the checkpoint is younger', async () => {
    const older = forged((lines) => lines.slice(0, 3), { at: '2026-01-01T00:00:00.000Z' })
    const { code, text } = await runVerifier(script, { ...whole, export: older })
    expect([code, text]).toEqual([2, expect.stringContaining('is younger than the file')])
  })

  test('takes a table for the same chain, whatever its texts would be in a spreadsheet', async () => {
    const as = await tenant.member()
    const table = await (await world.ask('/v1/audit/export?format=csv', { as })).text()
    const { code, text } = await runVerifier(script, { ...whole, export: table })
    expect([code, text]).toEqual([0, expect.stringContaining('1 of 1 checkpoints fit')])
    const changed = table.replace('Zürich', 'Zurich')
    expect(await runVerifier(script, { ...whole, export: changed })).toMatchObject({ code: 1 })
  })

  test('finds that a file is cut short, and that bytes were put in', async () => {
    const cut = linesOf(whole.export).slice(0, -1).join('\n')
    expect(await runVerifier(script, { ...whole, export: cut })).toMatchObject({
      code: 1,
      text: expect.stringContaining('no manifest'),
    })
    const put = whole.export.replace('"whole":true', '"whole":true,"more":1')
    const told = put.replace(/"sha256":"[^"]*"(?=.*\n$)/, `"sha256":"${'0'.repeat(64)}"`)
    expect(await runVerifier(script, { ...whole, export: told })).toMatchObject({
      code: 1,
      text: expect.stringContaining('sha256'),
    })
  })

  test.each([
    ['a field twice', (line: string) => line.replace('{', '{"action":"nothing.happened",')],
    [
      'a field twice, deep in it',
      (line: string) => line.replace('"actor":{', '"actor":{"name":"Eve",'),
    ],
    ['a space', (line: string) => line.replace('{', '{ ')],
    ['a letter by its number', (line: string) => line.replace('"action"', '"\\u0061ction"')],
    ['a number otherwise', (line: string) => line.replace('"sequence":2', '"sequence":2.0')],
  ])('finds %s, which some read as another text, whatever the manifest says', async (_, change) => {
    const doubled = forged((lines) => lines.with(1, change(lines[1]!)))
    expect(doubled).not.toBe(whole.export)
    const { code, text } = await runVerifier(script, { ...whole, export: doubled })
    expect([code, text]).toEqual([1, expect.stringContaining('line 2 can be read as something')])
  })

  test('finds a field that stands twice in a cell of a table as well', async () => {
    const as = await tenant.member()
    const table = await (await world.ask('/v1/audit/export?format=csv', { as })).text()
    const doubled = table.replace('""label"":', '""label"":""Other"",""label"":')
    expect(doubled).not.toBe(table)
    const { code, text } = await runVerifier(script, { ...whole, export: doubled })
    expect([code, text]).toEqual([1, expect.stringContaining('after can be read as')])
  })

  test('says how it is called, where it is asked and where it was called otherwise', async () => {
    const asked = await runVerifier(script, whole, ['--help'])
    expect(asked).toMatchObject({ code: 0, text: expect.stringContaining('node verify-audit.mjs') })
    expect(asked.text).toContain('--partial')
    const called = await runVerifier(script, whole, ['--nonsense'])
    expect(called).toMatchObject({ code: 2, text: expect.stringContaining('usage: node verify') })
    expect(called.text).not.toContain('TypeError')
  })

  test('believes no checkpoint that other keys have signed, or that says another thing', async () => {
    const other = await startWorld()
    const keys = await other.as(null).audit.keys()
    await other.stop()
    expect(await runVerifier(script, { ...whole, keys })).toMatchObject({
      code: 1,
      text: expect.stringContaining('not signed by these keys'),
    })
    const { data } = JSON.parse(whole.checkpoints) as { data: { head: string }[] }
    const checkpoints = JSON.stringify({ ...data[0], head: '0'.repeat(64) })
    expect(await runVerifier(script, { ...whole, checkpoints })).toMatchObject({ code: 1 })
  })

  test('takes a part for a part, and only where it is told that it is one', async () => {
    const { audit } = world.as(await tenant.member())
    const files = { export: await audit.export({ query: { area: 'keys' } }) }
    expect(await runVerifier(script, files)).toMatchObject({ code: 2 })
    expect(await runVerifier(script, files, ['--partial'])).toMatchObject({ code: 0 })
    const changed = { export: files.export.replace('keys.issued', 'keys.revoked') }
    expect(await runVerifier(script, changed, ['--partial'])).toMatchObject({ code: 1 })
  })

  test('cannot tell without a file', async () => {
    expect(await runVerifier(script, whole, ['another'])).toMatchObject({ code: 2 })
    expect(await runVerifier(script, { export: 'nonsense' })).toMatchObject({ code: 1 })
  })
})

/** What somebody with the database in hand could set each column to. */
const tampering: Readonly<Record<string, string>> = {
  tenant_id: 'gen_random_uuid()',
  environment: `case environment when 'sandbox' then 'production' else 'sandbox' end`,
  id: 'gen_random_uuid()',
  sequence: '1000',
  at: `at - interval '1 day'`,
  actor: `actor || '{"name": "Somebody Else"}'`,
  action: `'keys.revoked'`,
  target: `coalesce(target, '') || 'x'`,
  app_id: 'gen_random_uuid()',
  ip: `'203.0.113.9'`,
  user_agent: `'curl'`,
  request_id: `'another'`,
  before: `'{"was": "nothing"}'`,
  after: `'{"is": "nothing"}'`,
  previous_hash: `repeat('a', 64)`,
  hash: `repeat('b', 64)`,
}

describe('XC-4 a change of the database is found, by us and in the export', () => {
  test('in whichever column, of which there is none but these', async () => {
    const { rows } = await world.db.query<{ column_name: string }>(
      `select column_name from information_schema.columns
       where table_name = 'audit_entries' and is_generated = 'NEVER'`,
    )
    const columns = rows.map(({ column_name: name }) => name)
    expect(columns.toSorted()).toEqual(Object.keys(tampering).toSorted())
  })

  test.each(Object.entries(tampering))('%s', async (column, value) => {
    const { audit } = world.as(await tenant.member())
    const where = 'tenant_id = $1 and sequence = 3'
    const { rows } = await world.db.query<{ row: string }>(
      `select to_jsonb(e) - 'actor_kind' - 'actor_id' - 'area' as row from audit_entries e where ${where}`,
      [tenant.id],
    )
    const id = (rows[0]!.row as unknown as { id: string }).id
    await world.db.query(`update audit_entries set ${column} = ${value} where ${where}`, [
      tenant.id,
    ])
    try {
      expect(await audit.verify()).toMatchObject({ intact: false, brokenAt: 3 })
      const { code, text } = await runVerifier(script, { ...whole, export: await audit.export() })
      expect([code, text]).toEqual([1, expect.stringContaining('entry 3')])
    } finally {
      await world.db.query(
        'delete from audit_entries where id = $1 or (tenant_id = $2 and sequence = 1000)',
        [id, tenant.id],
      )
      await world.db.query('delete from audit_entries where tenant_id = $1 and sequence = 3', [
        tenant.id,
      ])
      const columns = Object.keys(tampering).join(', ')
      await world.db.query(
        `insert into audit_entries (${columns}) select ${columns} from jsonb_populate_record(null::audit_entries, $1)`,
        [rows[0]!.row],
      )
    }
    expect(await audit.verify()).toMatchObject({ intact: true })
  })

  test('less than a millisecond of a moment cannot be another, and is found where the column is made to hold it', async () => {
    const { audit } = world.as(await tenant.member())
    const shift = (by: number) =>
      world.db.query(
        `update audit_entries set at = at + $2 * interval '1 microsecond'
         where tenant_id = $1 and sequence = 3`,
        [tenant.id, by],
      )
    const columnHolds = (type: string) =>
      world.db.query(`alter table audit_entries alter column at type ${type}`)
    await shift(1)
    expect(await audit.verify()).toMatchObject({ intact: true })
    await columnHolds('timestamptz')
    await shift(1)
    expect(await audit.verify()).toMatchObject({ intact: false, brokenAt: 3, fault: 'changed' })
    const { code, text } = await runVerifier(script, { ...whole, export: await audit.export() })
    expect([code, text]).toEqual([1, expect.stringContaining('entry 3 was changed')])
    await shift(-1)
    expect(await audit.verify()).toMatchObject({ intact: true })
    await columnHolds('timestamptz(3)')
  })
})
