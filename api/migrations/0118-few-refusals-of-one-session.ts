import type { Knex } from 'knex'

/**
 * A visitor of a partner's page has its secret, and may bring it from wherever they say: of one session a
 * few refusals are remembered, so that what one visitor tries pushes out nobody else's.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table embed_sessions add column refusals smallint not null default 0;
    alter function directory.note_embed_refusal(bytea, text, timestamptz) rename to note_any_embed_refusal;
    -- No door any more: it is reached by the other alone.
    alter function directory.note_any_embed_refusal(bytea, text, timestamptz) security invoker;
    revoke execute on function directory.note_any_embed_refusal(bytea, text, timestamptz)
      from sonaqor_app;
    create function directory.note_embed_refusal(given bytea, page text, at timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      known directory.embed_secrets;
    begin
      select * into known from directory.embed_secrets d where d.hash = given;
      if not found then return; end if;
      perform app.enter(known.tenant_id, array[known.environment]);
      update embed_sessions s set refusals = s.refusals + 1
        where s.tenant_id = known.tenant_id and s.id = known.session_id and s.refusals < 5;
      if found then
        perform directory.note_any_embed_refusal(given, page, at);
      end if;
    end $$;
    revoke execute on function directory.note_embed_refusal(bytea, text, timestamptz) from public;
    grant execute on function directory.note_embed_refusal(bytea, text, timestamptz) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.note_embed_refusal(bytea, text, timestamptz);
    alter function directory.note_any_embed_refusal(bytea, text, timestamptz) rename to note_embed_refusal;
    alter function directory.note_embed_refusal(bytea, text, timestamptz) security definer;
    grant execute on function directory.note_embed_refusal(bytea, text, timestamptz) to sonaqor_app;
    alter table embed_sessions drop column refusals;
  `)
}
