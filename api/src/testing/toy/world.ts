import knex from 'knex'
import { tenantTable } from '../../core/database/index.ts'
import {
  startProcessWorld,
  startWorld,
  type OwnWorld,
  type ProcessWorld,
  type World,
  type WorldOptions,
} from '../world.ts'

/** A world whose servers run the toy house, with a table for its notes. */
export async function startToyWorld(options: WorldOptions = {}): Promise<OwnWorld> {
  return withNotes(await startWorld({ ...options, house: 'toy' }))
}

export async function startToyProcessWorld(options: WorldOptions = {}): Promise<ProcessWorld> {
  return withNotes(await startProcessWorld({ ...options, house: 'toy' }))
}

async function withNotes<Kind extends World>(world: Kind): Promise<Kind> {
  const owner = knex({ client: 'pg', connection: world.ownerUrl })
  await tenantTable(owner, 'toy_notes', {
    environment: 'required',
    columns: 'app_id uuid not null, text text not null',
    grants: ['select', 'insert', 'update'],
  })
  await owner.destroy()
  return world
}
