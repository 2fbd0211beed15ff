import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cloneDatabase, type WorldDatabase } from '../../testing/database.ts'

const server = fileURLToPath(new URL('../../server.ts', import.meta.url))
let database: WorldDatabase

beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.drop())

const migrateAs = (ownerUrl: string) =>
  promisify(execFile)(process.execPath, [server, 'migrate'], {
    env: { ...process.env, DATABASE_URL: ownerUrl },
  })

test('a login that the database refuses is told in one sentence, without a stack', async () => {
  const url = new URL(database.ownerUrl)
  Object.assign(url, { username: 'owner_of_nothing', password: 'wrong' })
  const refused = await migrateAs(url.href).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  const { stderr } = refused as { stderr: string }
  expect(stderr).toMatch(/^error: .*"owner_of_nothing".*\n$/)
})
