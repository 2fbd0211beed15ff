/** Who of Sonaqor is staff, and may do what. Of the security leads one always stays. */
import type { InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import type { staff, StaffPerson } from '@sonaqor/contract/staff'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { noPassword } from '../access/index.ts'
import * as store from './people.store.ts'
import { sendLink } from './staff-links.service.ts'
import { requireStaff } from './staff-principal.ts'
import { noteAct } from './staff-sessions.store.ts'

export { listActs } from './acts.view.ts'

const sessionOf = (scope: Scope) => requireStaff(scope.principal).session.id

export const listPeople = (scope: Scope): Promise<StaffPerson[]> =>
  store.listPeople(scope, sessionOf(scope))

export async function addPerson(
  scope: Scope,
  { name, email, role }: InputOf<typeof staff.addPerson>['body'],
): Promise<ReplyOf<typeof staff.addPerson>> {
  const id = scope.newId()
  const added = await store.addPerson(scope, sessionOf(scope), {
    id,
    name,
    email: email.toLowerCase(),
    role,
    passwordHash: noPassword(),
  })
  if (!added) throw new Problem('conflict', { detail: 'They belong to the staff already.' })
  await noteAct(scope, sessionOf(scope), { action: 'staff.added', target: id, detail: { role } })
  const isLinkSent = await sendLink(scope, id)
  return { person: await find(scope, id), isLinkSent }
}

export async function changePerson(
  scope: Scope,
  id: string,
  wanted: InputOf<typeof staff.changePerson>['body'],
  seen: Seen,
): Promise<StaffPerson> {
  const before = await store.lockPerson(scope, sessionOf(scope), id)
  if (!before) throw noPerson()
  requireRevision(seen, before.revision)
  const { role = before.role, state = before.state } = wanted
  if (role === before.role && state === before.state) return find(scope, id)
  const isLead = before.role === 'security' && before.state === 'active'
  if (isLead && before.other_leads === 0) {
    throw new Problem('conflict', { detail: 'This is the last security lead. Make another first.' })
  }
  await noteAct(scope, sessionOf(scope), {
    action: 'staff.changed',
    target: id,
    detail: { before: { role: before.role, state: before.state }, after: { role, state } },
  })
  // Whoever changes themselves ends the session that they do it in, and reads nothing any more.
  const person = await find(scope, id)
  await store.changePerson(scope, sessionOf(scope), id, { role, state })
  return { ...person, role, state, revision: before.revision + 1 }
}

async function find(scope: Scope, id: string): Promise<StaffPerson> {
  const found = (await store.listPeople(scope, sessionOf(scope))).find((one) => one.id === id)
  if (!found) throw noPerson()
  return found
}

const noPerson = () => new Problem('not-found', { detail: 'Nobody of the staff has this id.' })
