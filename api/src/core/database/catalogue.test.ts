/** What the database itself says of the schema: a table or function that was not thought through fails here. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { World } from '../../testing/world.ts'

/** Owned by no tenant: the app's login reaches each of these only as far as it is granted. */
const ofNoTenant = [
  'event_position',
  'event_reader_delays',
  'event_readers',
  'house_data_keys',
  'house_secrets',
  'migrations',
  'migrations_lock',
  'quota_windows',
  'release_acts',
  'release_files',
  'releases',
]

/** Under policies of their own, each reviewed: see the migration that makes it. */
const withOwnPolicies = [
  'development_mails',
  'files',
  'file_chunks',
  'house_mails',
  'job_outbox',
  'tenants',
]

/** Doors in the wall: they run as the owner, and each has been read with that in mind. */
const doors = [
  'app.append_audit',
  'app.close_log_day',
  'app.drop_log_partitions',
  'app.event_position',
  'app.events_after',
  'app.forget_events',
  'app.forget_log_entries',
  'app.give_back_webhook_lanes',
  'app.keep_webhook_lanes',
  'app.make_log_partitions',
  'app.number_events',
  'app.pause_webhook_lane',
  'app.purge_idempotent_answers',
  'app.purge_readings',
  'app.search_audit',
  'app.search_log_paths',
  'app.settle_webhooks',
  'app.take_webhooks',
  'app.webhook_backlog',
  'app.webhook_tenants',
  'directory.accept_invite',
  'directory.add_staff',
  'directory.add_tenant',
  'directory.address_leaves_sso',
  'directory.addressees_here',
  'directory.admit',
  'directory.admit_staff',
  'directory.ask_for_link',
  'directory.ask_second_factor',
  'directory.asks_for_sso',
  'directory.begin_sso',
  'directory.begin_totp',
  'directory.change_password',
  'directory.change_staff',
  'directory.claim_domain',
  'directory.comes_by_sso',
  'directory.confirm_email',
  'directory.confirm_sign_up',
  'directory.count_factor',
  'directory.count_invite_letters',
  'directory.count_network',
  'directory.count_sign_in',
  'directory.demo_totps',
  'directory.device_trusted_at',
  'directory.distrust_devices',
  'directory.due_expiries',
  'directory.due_overlaps',
  'directory.due_reminders',
  'directory.end_sso_links',
  'directory.end_staff_session',
  'directory.enter_by_sso',
  'directory.enter_own_session',
  'directory.every_tenant',
  'directory.factor_lock',
  'directory.factors_of',
  'directory.find_key',
  'directory.follow_app',
  'directory.follow_member',
  'directory.follow_sso',
  'directory.follow_support_access',
  'directory.follow_webhook_secret',
  'directory.forget_embed_sessions',
  'directory.forget_factor_guesses',
  'directory.forget_guesses_at',
  'directory.forget_invite_letters',
  'directory.forget_invite_tokens',
  'directory.forget_mail_links',
  'directory.forget_password_guesses',
  'directory.forget_second_factors',
  'directory.forget_sign_ins',
  'directory.forget_sso',
  'directory.frame_ancestors',
  'directory.give_staff_proof',
  'directory.has_place',
  'directory.hear_logout',
  'directory.is_by_sso',
  'directory.is_staff',
  'directory.is_staff_person',
  'directory.keeps_out',
  'directory.kept_out_of',
  'directory.link_leaves_sso',
  'directory.link_opens',
  'directory.lock_refresh_token',
  'directory.lock_staff',
  'directory.look_at_invite',
  'directory.make_link',
  'directory.module_tokens',
  'directory.move_expiry',
  'directory.newest_secret_of',
  'directory.note_embed_refusal',
  'directory.note_staff_act',
  'directory.open_embed_session',
  'directory.open_key',
  'directory.open_look',
  'directory.open_module_token',
  'directory.open_session',
  'directory.open_sso',
  'directory.open_staff_session',
  'directory.own_account',
  'directory.own_preferences',
  'directory.own_sessions',
  'directory.passkey',
  'directory.people_here',
  'directory.person_of',
  'directory.places_of_link',
  'directory.places_of_person',
  'directory.purge_deleted',
  'directory.put_challenge',
  'directory.put_embed_secret',
  'directory.put_invite_token',
  'directory.put_passkey',
  'directory.put_plan',
  'directory.put_preferences',
  'directory.put_recovery_codes',
  'directory.put_refresh_token',
  'directory.put_staff_link',
  'directory.register_key',
  'directory.register_rotation',
  'directory.release_domain',
  'directory.remove_passkey',
  'directory.remove_totp',
  'directory.rename_passkey',
  'directory.renew_staff_session',
  'directory.reseal_totp',
  'directory.reset_factors',
  'directory.reset_password',
  'directory.second_factors_here',
  'directory.settle_due_overlap',
  'directory.settle_expiry',
  'directory.settle_overlap',
  'directory.settle_reminder',
  'directory.show_staff_factor',
  'directory.sign_in_lock',
  'directory.sign_in_subject',
  'directory.sso_required_for',
  'directory.staff_acts_of',
  'directory.staff_kept_out',
  'directory.staff_link_opens',
  'directory.staff_looks',
  'directory.staff_people',
  'directory.staff_tenants',
  'directory.stale_totp',
  'directory.support_place',
  'directory.suspend_tenant',
  'directory.take_challenge',
  'directory.take_embed_secret',
  'directory.take_sso',
  'directory.take_ticket',
  'directory.tenants_of_session',
  'directory.totp_of',
  'directory.trust_device',
  'directory.try_ticket',
  'directory.uncount_network',
  'directory.update_account',
  'directory.use_passkey',
  'directory.use_recovery_code',
  'directory.use_staff_link',
  'directory.use_staff_proof',
  'directory.use_totp_step',
  'directory.webhook_public_keys',
]

let world: World
beforeAll(async () => {
  world = await startToyWorld()
})
afterAll(() => world.stop())

async function select<Row extends object>(query: string): Promise<Row[]> {
  return (await world.db.query<Row>(query)).rows
}

interface Table {
  name: string
  forced: boolean
  columns: string[]
  key: string[] | null
  policies: Policy[] | null
}

interface Policy {
  using: string
  check: string | null
  roles: string[]
  /** One that opens; the others take away from what it has opened. */
  permissive: boolean
}

const tables = () =>
  select<Table>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select array_agg(attname::text) from pg_attribute
       where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
       from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
       where i.indrelid = c.oid and i.indisprimary) as key,
      (select json_agg(json_build_object(
         'using', pg_get_expr(p.polqual, c.oid), 'check', pg_get_expr(p.polwithcheck, c.oid),
         'permissive', p.polpermissive,
         'roles', (select json_agg(coalesce(r.rolname, 'public'))
                   from unnest(p.polroles) o left join pg_roles r on r.oid = o)))
       from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
    order by 1`)

const ofTenant = 'tenant_id = ( SELECT app.tenant() AS tenant)'
const inEnvironment = 'environment = ANY (( SELECT app.environments() AS environments)::text[])'

test('every table is owned by tenants, or stands on the list of those that are not', async () => {
  const found = await tables()
  const listed = new Set([...ofNoTenant, ...withOwnPolicies])
  const owned = found.filter(({ name }) => !listed.has(name))
  expect(owned.filter(({ columns }) => !columns.includes('tenant_id'))).toEqual([])
  expect([...listed].filter((name) => !found.some((table) => table.name === name))).toEqual([])
})

test('every table of tenants forces its policies, and its key begins with the tenant', async () => {
  const listed = new Set([...ofNoTenant, ...withOwnPolicies])
  const owned = (await tables()).filter(({ name }) => !listed.has(name))
  expect(owned.length).toBeGreaterThan(10)
  for (const { name, forced, key, columns, policies } of owned) {
    expect([name, forced, key?.[0]]).toEqual([name, true, 'tenant_id'])
    const open = (policies ?? []).filter(
      ({ roles, permissive }) => permissive && roles.includes('public'),
    )
    expect([name, open.length]).toEqual([name, 1])
    const [{ using, check }] = open as [Policy, ...Policy[]]
    expect(using).toContain(ofTenant)
    if (columns.includes('environment')) expect(using).toContain(inEnvironment)
    expect(check ?? using).toBe(using)
  }
})

test('the settings are read once per statement, never once per row', async () => {
  for (const { policies } of await tables()) {
    for (const { using } of policies ?? []) {
      const bare = (using ?? '').replaceAll(/\( SELECT app\.\w+\(\) AS \w+\)/g, '')
      expect(bare).not.toContain('app.')
    }
  }
})

test('no view looks past the policies of its tables', async () => {
  const views = await select<{ relname: string }>(`
    select relname from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname in ('public', 'app', 'directory') and (relkind = 'm'
      or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false))`)
  expect(views).toEqual([])
})

test('the logins of the app and the worker own nothing and may go around nothing', async () => {
  const roles = await select<{ rolsuper: boolean; rolbypassrls: boolean }>(`
    select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles
    where rolname in ('sonaqor_app', 'sonaqor_worker')`)
  expect(roles).toHaveLength(2)
  for (const role of roles) expect(Object.values(role)).toEqual([false, false, false, false])
  const owned = await select(`
    select 1 from pg_class join pg_roles r on r.oid = relowner where rolname like 'sonaqor_%'
      and rolname <> 'sonaqor_owner'
    union all select 1 from pg_proc join pg_roles r on r.oid = proowner where rolname like 'sonaqor_%'
      and rolname <> 'sonaqor_owner'`)
  expect(owned).toEqual([])
})

test('the app may neither truncate nor alter, and sees neither directory nor queue', async () => {
  const grants = await select<{ schema: string; table: string; right: string }>(`
    select table_schema as schema, table_name as table, privilege_type as right
    from information_schema.role_table_grants where grantee in ('sonaqor_app', 'PUBLIC')
      and table_schema not in ('pg_catalog', 'information_schema')`)
  const rights = new Set(grants.map(({ right }) => right))
  expect([...rights].filter((right) => !/^(SELECT|INSERT|UPDATE|DELETE)$/.test(right))).toEqual([])
  expect(grants.filter(({ schema }) => schema !== 'public')).toEqual([])
  const [may] = await select<Record<string, boolean>>(`
    select has_schema_privilege('sonaqor_app', 'public', 'create') as public,
      has_schema_privilege('sonaqor_app', 'app', 'create') as app,
      has_schema_privilege('sonaqor_app', 'directory', 'create') as directory`)
  expect(may).toEqual({ public: false, app: false, directory: false })
})

test('nobody but the owner of a partition reaches it past its parent', async () => {
  const open = await select(`
    select c.relname from pg_class c, aclexplode(c.relacl) a
    where c.relispartition and a.grantee <> c.relowner
      and c.relnamespace = 'public'::regnamespace`)
  expect(open).toEqual([])
})

test('every door is on the list, with a fixed search path, and not open to everybody', async () => {
  interface Door {
    name: string
    path: string | null
    open: boolean
  }
  const found = await select<Door>(`
    select n.nspname || '.' || p.proname as name,
      (select option_value from pg_options_to_table(p.proconfig) where option_name = 'search_path')
        as path,
      p.proacl is null or exists (select from aclexplode(p.proacl) where grantee = 0) as open
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname in ('public', 'app', 'directory') order by 1`)
  expect(found.map(({ name }) => name)).toEqual(doors)
  for (const { name, path, open } of found) {
    expect([name, path, open]).toEqual([name, 'pg_catalog, public, pg_temp', false])
  }
})

test('foreign keys between tables of tenants hold the tenant', async () => {
  const loose = await select(`
    select conrelid::regclass::text as from, confrelid::regclass::text as to
    from pg_constraint k
    where contype = 'f' and connamespace = 'public'::regnamespace
      and exists (select from pg_attribute where attrelid = confrelid and attname = 'tenant_id')
      and not exists (select from pg_attribute
        where attrelid = confrelid and attnum = any (confkey) and attname = 'tenant_id')`)
  // A chunk goes with its file, whose id nobody can choose.
  expect(loose).toEqual([{ from: 'file_chunks', to: 'files' }])
})
