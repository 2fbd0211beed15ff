import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Pool } from 'pg'
import { createLog } from '../log/index.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import { until } from '../../testing/until.ts'
import type { World } from '../../testing/world.ts'
import { createPool } from './pools.ts'
import { Transaction } from './transaction.ts'

let world: World
let pool: Pool

beforeAll(async () => {
  world = await startToyWorld()
  pool = createPool({ url: world.appUrl, name: 'reads', size: 1, log: createLog('silent') })
})
afterAll(async () => {
  await pool.end()
  await world.stop()
})

const stateOfIt = async () => {
  const { rows } = await world.db.query<{ state: string }>(
    "select state from pg_stat_activity where application_name = 'reads'",
  )
  return rows[0]?.state
}
const read = () => new Transaction(pool, { readOnly: true })
const write = () => new Transaction(pool, { readOnly: false })

test('a read that is over holds nothing open, even where nobody comes after it', async () => {
  const one = read()
  await one.query('select 1')
  await one.rollback()
  await until(async () => (await stateOfIt()) === 'idle')
})

test('what comes after a read on its connection begins anew, and sees no tenant of before', async () => {
  const one = read()
  await one.see({ tenantId: '019a0000-0000-7000-8000-000000000001', environments: ['sandbox'] })
  await one.query('select 1')
  await one.rollback()
  const next = write()
  const { rows } = await next.query<{ tenant: string | null; only: string }>(
    "select app.tenant() as tenant, current_setting('transaction_read_only') as only",
  )
  expect(rows).toEqual([{ tenant: null, only: 'off' }])
  await next.commit()
})

test('a read that failed leaves a sound connection behind', async () => {
  const one = read()
  await expect(one.query('select 1 / 0')).rejects.toThrow('division by zero')
  await one.rollback()
  const next = read()
  expect((await next.query<{ n: number }>('select 2 as n')).rows).toEqual([{ n: 2 }])
  await next.rollback()
})

test('words are read as they stand, however they are written', async () => {
  const list = ['plain', 'with space', 'co,mma', 'quo"te', 'back\\slash', '', 'NULL', 'null', '{}']
  const { rows } = await pool.query<{ list: string[] }>('select $1::text[] as list', [list])
  expect(rows[0]?.list).toEqual(list)
})

const door = async (columns: string, values: string) =>
  world.db.query(`drop function if exists directory.toy_door;
    create function directory.toy_door(given integer) returns table (${columns})
    language sql as $$ select ${values} $$;
    grant execute on function directory.toy_door to sonaqor_app`)
const opened = async () => {
  const along = 'select 1 as beside'
  const one = new Transaction(pool, { readOnly: true, along })
  const rows = await one.through<{ n: number; more?: string }>('directory.toy_door', [7])
  await one.rollback()
  return { rows, told: one.told }
}

test('a door that a migration has made anew opens on connections that knew the one before', async () => {
  await door('n integer', 'given')
  const before = { rows: [{ n: 7 }], told: [{ beside: 1 }] }
  expect([await opened(), await opened()]).toEqual([before, before])
  await door('n integer, more text', "given, 'more'")
  const after = { rows: [{ n: 7, more: 'more' }], told: [{ beside: 1 }] }
  expect([await opened(), await opened()]).toEqual([after, after])
})

test('a door that fails for its own reasons is not tried again', async () => {
  await world.db.query(`create or replace function directory.toy_refusal() returns table (n integer)
    language plpgsql as $$ begin raise exception 'not here' using errcode = '0A000'; end $$;
    grant execute on function directory.toy_refusal to sonaqor_app`)
  await expect(read().through('directory.toy_refusal', [])).rejects.toThrow('not here')
})
