import type { Knex } from 'knex'

/** That attempts are made at an endpoint for all apps is no word for whoever is held to the app it stands with. */
export async function up(db: Knex): Promise<void> {
  await rewrite(db, [
    [
      "t.id, t.app_id, 'webhooks.attempted'",
      "t.id, case when t.is_wide then null else t.app_id end, 'webhooks.attempted'",
    ],
    [
      'app_id uuid, endpoint_id uuid, at timestamptz',
      'app_id uuid, endpoint_id uuid, at timestamptz, is_wide boolean',
    ],
  ])
}

export async function down(db: Knex): Promise<void> {
  await rewrite(db, [
    [
      "t.id, case when t.is_wide then null else t.app_id end, 'webhooks.attempted'",
      "t.id, t.app_id, 'webhooks.attempted'",
    ],
    [
      'app_id uuid, endpoint_id uuid, at timestamptz, is_wide boolean',
      'app_id uuid, endpoint_id uuid, at timestamptz',
    ],
  ])
}

/** Two places of a long function: all else of it stays as it stands. */
async function rewrite(db: Knex, changes: readonly (readonly [string, string])[]): Promise<void> {
  const door = 'app.settle_webhooks(uuid, json, json, json)'
  const { rows } = (await db.raw(
    `select pg_get_functiondef('${door}'::regprocedure) as source`,
  )) as { rows: { source: string }[] }
  let source = rows[0]?.source ?? ''
  for (const [was, is] of changes) {
    if (source.split(was).length !== 2) throw new Error(`${door} is not the one that was expected`)
    source = source.replace(was, is)
  }
  await db.raw(source)
}
