/** The staff, as rows; each door lets a security lead alone through. */
import type { StaffRole } from '@sonaqor/contract/access'
import type { StaffPerson } from '@sonaqor/contract/staff'
import type { Knex } from 'knex'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { NewLink } from './staff-links.store.ts'

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: StaffRole
  readonly state: StaffPerson['state']
  readonly made_at: Date
  readonly second_factor: boolean
  readonly last_seen_at: Date | null
  readonly revision: number
}

export async function listPeople(scope: Scope, session: string): Promise<StaffPerson[]> {
  const rows = await scope.through<PersonRow>('directory.staff_people', session, scope.now())
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    state: row.state,
    since: row.made_at.toISOString(),
    secondFactor: row.second_factor,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    revision: row.revision,
  }))
}

export interface NewStaff {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: StaffRole
  readonly passwordHash: string
}

/** False where they are staff already. Who is a person already keeps their password. */
export async function addPerson(scope: Scope, session: string, staff: NewStaff): Promise<boolean> {
  const added = await scope.through(
    'directory.add_staff',
    session,
    staff.id,
    scope.newId(),
    staff.name,
    staff.email,
    staff.passwordHash,
    staff.role,
    scope.now(),
  )
  return added.length > 0
}

export interface LockedStaff {
  readonly role: StaffRole
  readonly state: StaffPerson['state']
  readonly revision: number
  /** How many security leads there are beside them. */
  readonly other_leads: number
}

export async function lockPerson(
  scope: Scope,
  session: string,
  id: string,
): Promise<LockedStaff | undefined> {
  const [found] = await scope.through<LockedStaff>('directory.lock_staff', session, id, scope.now())
  return found
}

export async function changePerson(
  scope: Scope,
  session: string,
  id: string,
  { role, state }: Pick<LockedStaff, 'role' | 'state'>,
): Promise<void> {
  await scope.through('directory.change_staff', session, id, role, state, scope.now())
}

/** On a connection of the owner of the database; the app's own login cannot make the first of them. */
export async function insertStaff(
  owner: Knex,
  { id, name, email, role, passwordHash }: NewStaff,
  at: Date,
): Promise<boolean> {
  return owner.transaction(async (transaction) => {
    await transaction('directory.people')
      .insert({ id: uuidv7(at), email, name, password_hash: passwordHash, created_at: at })
      .onConflict('email')
      .ignore()
    const known = await transaction('directory.people').where({ email }).first('id')
    const added = await transaction('directory.staff')
      .insert({ id, person_id: known.id, role, made_at: at })
      .onConflict('person_id')
      .ignore()
      .returning('id')
    return added.length > 0
  })
}

/** As the door for security leads does it: false for whoever is a member of a tenant. */
export async function insertStaffLink(
  owner: Knex,
  email: string,
  { hash, expiresAt }: Pick<NewLink, 'hash' | 'expiresAt'>,
): Promise<boolean> {
  const { rows } = await owner.raw<{ rows: readonly unknown[] }>(
    `with theirs as (
       select f.id from directory.staff f join directory.people p on p.id = f.person_id
       where p.email = ? and f.state = 'active'
         and not exists (select from directory.memberships m where m.person_id = p.id)
     ), void as (
       delete from directory.staff_links l using theirs where l.staff_id = theirs.id
     )
     insert into directory.staff_links (hash, staff_id, expires_at)
     select ?, id, ? from theirs returning staff_id`,
    [email, hash, expiresAt],
  )
  return rows.length > 0
}
