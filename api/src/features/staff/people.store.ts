/** The staff, as rows; each door lets a security lead alone through. */
import type { StaffRole } from '@sonaqor/contract/access'
import type { StaffPerson } from '@sonaqor/contract/staff'
import type { Knex } from 'knex'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'

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

/** Nothing where they are staff already; else whether the person is new, and has the password from here. */
export async function addPerson(
  scope: Scope,
  session: string,
  staff: NewStaff,
): Promise<{ readonly is_new_person: boolean } | undefined> {
  const [added] = await scope.through<{ is_new_person: boolean }>(
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
  return added
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
): Promise<{ readonly isNewPerson: boolean; readonly isNewStaff: boolean }> {
  return owner.transaction(async (transaction) => {
    const person = await transaction('directory.people')
      .insert({ id: uuidv7(at), email, name, password_hash: passwordHash, created_at: at })
      .onConflict('email')
      .ignore()
      .returning('id')
    const known = await transaction('directory.people').where({ email }).first('id')
    const added = await transaction('directory.staff')
      .insert({ id, person_id: known.id, role, made_at: at })
      .onConflict('person_id')
      .ignore()
      .returning('id')
    return { isNewPerson: person.length > 0, isNewStaff: added.length > 0 }
  })
}
