import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, type PoolClient } from 'pg'
import { bindDb } from '../database/db.ts'
import { cloneDatabase, type WorldDatabase } from '../../testing/database.ts'
import { createLog } from './log.ts'

let database: WorldDatabase
let client: Client
beforeAll(async () => {
  database = await cloneDatabase()
  client = new Client({ connectionString: database.adminUrl })
  await client.connect()
  await client.query(
    'create temporary table guests (email text primary key, age integer check (age > 17))',
  )
  await client.query("insert into guests values ('jane@mail.example', 41)")
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** A line of the log about how a guest was refused. */
async function lineAbout(guest: { email: string; age: number }): Promise<string> {
  const lines: string[] = []
  const log = createLog('warn', { write: (line) => void lines.push(line) })
  const db = bindDb((query) => query(client as unknown as PoolClient))
  const refusal: unknown = await db('guests')
    .insert(guest)
    .then(null, (thrown: unknown) => thrown)
  log.warn({ err: new Error('it was refused', { cause: refusal }) }, 'a fault')
  return lines.join()
}

test.each([
  [{ email: 'jane@mail.example', age: 20 }, '23505', 'guests_pkey'],
  [{ email: 'sam@mail.example', age: 12 }, '23514', 'guests_age_check'],
])(
  'a fault of the database names its place, and quotes neither row nor value',
  async (guest, code, constraint) => {
    const line = await lineAbout(guest)
    expect(JSON.parse(line)).toMatchObject({
      err: { message: 'it was refused', cause: { code, constraint, table: 'guests' } },
    })
    expect(line).toContain('insert into')
    expect(line).toContain('log.test')
    expect(line).not.toContain('mail.example')
  },
)

test('what is no error is told by its kind and its text alone', () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line) => void lines.push(line) })
  log.warn({ err: { token: 'x', row: 'jane@mail.example' } }, 'odd')
  expect(JSON.parse(lines.join()).err).toEqual({ type: 'object', message: '[object Object]' })
})

/** A line of the log about whatever is given to it. */
function lineOf(told: object, message = 'odd'): string {
  const lines: string[] = []
  createLog('warn', { write: (line) => void lines.push(line) }).warn(told, message)
  return lines.join('')
}

test('V16.4.1 line breaks and escape sequences make no second line, and do nothing to a terminal', () => {
  const evil = 'a\n{"level":60,"msg":"forged"}\r\n\u001b[2J\u001b]0;title\u0007\u2028\u0000b'
  const line = lineOf({ name: evil, err: new Error(evil) }, evil)
  expect(line.trimEnd().split(/\r|\n/)).toHaveLength(1)
  expect([...line.trimEnd()].every((sign) => sign >= ' ')).toBe(true)
  expect(JSON.parse(line)).toMatchObject({ name: evil, msg: evil, level: 40 })
})

test('V16.2.5 what is called like a secret is blotted out, where somebody hands it in by mistake', () => {
  const canary = 'canary-5f1c'
  for (const name of [
    'authorization',
    'cookie',
    'password',
    'token',
    'secret',
    'clientSecret',
    'refreshToken',
  ]) {
    for (const told of [
      { [name]: canary },
      { a: { [name]: canary } },
      { a: { b: { [name]: canary } } },
    ]) {
      expect(lineOf(told)).not.toContain(canary)
    }
  }
})
