import type { Knex } from 'knex'

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'
const door = 'directory.count_network(text, text, bytea, integer, interval, timestamptz)'

/**
 * Counting an attempt from a network says whether it was counted, so that nothing else is taken back: a
 * browser that its person knows is not, and would otherwise empty the count of the guesses beside it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`drop function ${door}; ${counting(true)}`)
}

/** As it stands from here on, or as it stood before. */
function counting(isTold: boolean): string {
  const answer = (seconds: string, isCounted: boolean) =>
    isTold ? `return query select ${seconds}, ${isCounted}; return` : `return ${seconds}`
  return `
    create function directory.count_network(
      network text, given_email text, device bytea, free integer, forget_after interval,
      at timestamptz
    ) returns ${isTold ? 'table (blocked_seconds integer, counted boolean)' : 'integer'}
    language plpgsql ${definer} as $$
    declare
      named bytea := sha256(convert_to('network ' || network, 'UTF8'));
      blocked integer;
    begin
      if exists (
        select from directory.devices d join directory.people p on p.id = d.person_id
        where p.email = lower(given_email) and d.hash = device
      ) then ${answer('0', false)}; end if;
      insert into directory.sign_in_counters as c (subject, attempts, counted_at)
      values (named, 1, at)
      on conflict (subject) do update set
        attempts = case when c.counted_at + forget_after <= at then 1 else c.attempts + 1 end,
        counted_at = at,
        blocked_until = case when c.counted_at + forget_after > at and c.attempts >= free
          then at + make_interval(secs => 2 ^ least(c.attempts - free, 5)) end
      where c.blocked_until is null or c.blocked_until <= at;
      if found then ${answer('0', true)}; end if;
      select ceil(extract(epoch from c.blocked_until - at))::integer into blocked
      from directory.sign_in_counters c where c.subject = named;
      ${answer('greatest(blocked, 1)', false)};
    end $$;
    revoke execute on function ${door} from public;
    grant execute on function ${door} to sonaqor_app;
  `
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop function ${door}; ${counting(false)}`)
}
