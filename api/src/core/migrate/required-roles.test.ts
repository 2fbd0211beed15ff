import { afterAll, beforeAll, expect, test } from '@jest/globals'
import knex, { type Knex } from 'knex'
import { cloneDatabase, type WorldDatabase } from '../../testing/database.ts'
import { requireRoles } from './required-roles.ts'

let database: WorldDatabase
let owner: Knex

beforeAll(async () => {
  database = await cloneDatabase()
  owner = knex({ client: 'pg', connection: database.ownerUrl, pool: { min: 0, max: 1 } })
})
afterAll(async () => {
  await owner.destroy()
  await database.drop()
})

test('where the roles are, migrating may begin', async () => {
  await expect(requireRoles(owner)).resolves.toBeUndefined()
})

test('a role that is missing is named, with the line that makes it', async () => {
  const check = requireRoles(owner, ['sonaqor_app', 'role_of_nobody'])
  await expect(check).rejects.toThrow("create role role_of_nobody login password '…';")
  await expect(check).rejects.not.toThrow('create role sonaqor_app')
})
