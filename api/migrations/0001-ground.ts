import type { Knex } from 'knex'

/**
 * The schema `app` holds what every policy asks: whose rows may this transaction see. The settings
 * are empty strings after a transaction that set them, never null again, hence the `nullif`.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    revoke create on schema public from public;
    do $$ begin
      execute format('revoke temporary on database %I from public', current_database());
    end $$;
    grant usage on schema public to sonaqor_app, sonaqor_worker;

    create schema app;
    grant usage on schema app to sonaqor_app, sonaqor_worker;

    create function app.tenant() returns uuid
    language sql stable parallel safe as $$
      select nullif(current_setting('app.tenant_id', true), '')::uuid
    $$;

    create function app.environments() returns text[]
    language sql stable parallel safe as $$
      select string_to_array(coalesce(current_setting('app.environments', true), ''), ',')
    $$;

    -- For door functions: from here on the transaction sees this tenant and these environments.
    create function app.enter(tenant uuid, environments text[]) returns void
    language sql as $$
      select set_config('app.tenant_id', coalesce(tenant::text, ''), true),
             set_config('app.environments', array_to_string(environments, ','), true)
    $$;

    grant execute on all functions in schema app to sonaqor_app, sonaqor_worker;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop schema app cascade')
}
