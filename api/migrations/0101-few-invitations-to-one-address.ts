import type { Knex } from 'knex'

/**
 * Whoever founds tenants could have one address written to without end, a letter from each of them. So it
 * is counted over all tenants how many invitations went to an address within the hour.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table directory.invite_letters (email text not null, sent_at timestamptz not null);
    create index on directory.invite_letters (email, sent_at);
    create index on directory.invite_letters (sent_at);

    -- Which of the addresses may be written to; each of those is counted. They are locked in one order,
    -- so that nobody who names them in another waits for ever.
    create function directory.count_invite_letters(emails text[], bound integer, at timestamptz)
    returns table (email text)
    language plpgsql ${definer} as $$
    #variable_conflict use_column
    begin
      perform pg_advisory_xact_lock(hashtextextended('invitation to ' || e, 0))
      from (select distinct e from unnest(emails) e order by e) wanted;
      return query
        insert into directory.invite_letters (email, sent_at)
        select distinct e, at from unnest(emails) e
        where bound > (
          select count(*) from directory.invite_letters l
          where l.email = e and l.sent_at > at - interval '1 hour')
        returning invite_letters.email;
    end $$;

    create function directory.forget_invite_letters(before timestamptz) returns void
    language sql ${definer} as $$
      delete from directory.invite_letters where sent_at < least(before, now() - interval '1 hour')
    $$;

    revoke execute on function ${doors.join(', ')} from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/** With their arguments, as granting and dropping name them. */
const doors = [
  'count_invite_letters(text[], integer, timestamptz)',
  'forget_invite_letters(timestamptz)',
].map((door) => `directory.${door}`)

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')};
    drop table directory.invite_letters;
  `)
}
