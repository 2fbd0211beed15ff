import { fileURLToPath } from 'node:url'
import knex from 'knex'
import { tenantTable } from '../../core/database/index.ts'
import { startWorld, type OwnWorld, type WorldOptions } from '../world.ts'

const entry = fileURLToPath(new URL('server.ts', import.meta.url))

/** A world whose processes run the toy house, with a table for its notes. */
export async function startToyWorld(options: WorldOptions = {}): Promise<OwnWorld> {
  const world = await startWorld({ ...options, entry })
  const owner = knex({ client: 'pg', connection: world.ownerUrl })
  await tenantTable(owner, 'toy_notes', {
    environment: 'required',
    columns: 'app_id uuid not null, text text not null',
    grants: ['select', 'insert', 'update'],
  })
  await owner.destroy()
  return world
}
