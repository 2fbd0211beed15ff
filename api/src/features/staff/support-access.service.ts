/** Consent: a tenant opens itself to a look, answers who asked, and ends it whenever it likes. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import {
  supportAccessEvents,
  type supportAccess,
  type SupportAccess,
} from '@sonaqor/contract/support-access'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { requireMember } from '../access/index.ts'
import { notify } from '../notifications/index.ts'
import * as store from './looks.store.ts'
import { listReads } from './support-access.view.ts'

export { listAccesses } from './support-access.view.ts'

type NewLook = InputOf<typeof supportAccess.open>['body']
type Granted = InputOf<typeof supportAccess.approve>['body']

export const minutesFrom = (now: Date, minutes: number) =>
  new Date(now.getTime() + minutes * 60_000)

/** Open to whoever of Sonaqor helps, for nobody has asked. */
export async function open(scope: Scope, look: NewLook): Promise<SupportAccess> {
  const { name, personId } = requireMember(scope.principal)
  const id = scope.newId()
  const now = scope.now()
  const until = minutesFrom(now, look.minutes)
  await store.insertAccess(scope, {
    ...asked(look),
    id,
    staff_id: null,
    staff_name: null,
    state: 'approved',
    asked_at: now,
    asked_by: name,
    decided_at: now,
    decided_by: name,
    decided_by_person: personId,
    until,
  })
  await opened(scope, id, { ...look, until })
  return show(scope, id)
}

export const asked = ({ reason, ticket, minutes, scopes, environments }: NewLook) => ({
  reason,
  ticket: ticket ?? null,
  minutes,
  scopes: [...new Set(scopes)],
  environments: [...new Set(environments)],
})

/** For no longer and no more than was asked for. */
export async function approve(
  scope: Scope,
  id: string,
  granted: Granted,
  seen: Seen,
): Promise<SupportAccess> {
  const { name, personId } = requireMember(scope.principal)
  const found = await requireAccessOf(scope, id)
  requireRevision(seen, found.revision)
  if (found.staff_id !== null && (await store.isStaffPerson(scope, found.staff_id, personId))) {
    throw new Problem('forbidden', { detail: 'You asked for this look yourself: another answers.' })
  }
  const { minutes, scopes, environments } = narrowed(found, granted)
  const until = minutesFrom(scope.now(), minutes)
  const decision = {
    state: 'approved',
    decided_by: name,
    decided_by_person: personId,
    minutes,
    scopes,
    environments,
    until,
  } as const
  if (!(await store.decide(scope, id, decision))) throw answered()
  await opened(scope, id, { ...found, minutes, scopes, environments, until })
  return show(scope, id)
}

export async function deny(scope: Scope, id: string, seen: Seen): Promise<SupportAccess> {
  const { name } = requireMember(scope.principal)
  const { revision, reason } = await requireAccessOf(scope, id)
  requireRevision(seen, revision)
  if (!(await store.decide(scope, id, { state: 'denied', decided_by: name }))) throw answered()
  await tell(scope, 'denied', id, { by: name, reason })
  return show(scope, id)
}

export async function end(scope: Scope, id: string, seen: Seen): Promise<SupportAccess> {
  const { name } = requireMember(scope.principal)
  const { reason, revision } = await requireAccessOf(scope, id)
  requireRevision(seen, revision)
  if (!(await store.end(scope, id, name))) {
    throw new Problem('conflict', { detail: 'This look is not running.' })
  }
  await tell(scope, 'ended', id, { by: name, reason })
  return show(scope, id)
}

export async function showReads(
  scope: Scope,
  id: string,
  query: InputOf<typeof supportAccess.reads>['query'],
): Promise<Awaited<ReturnType<typeof listReads>>> {
  await requireAccessOf(scope, id)
  return listReads(scope, id, query)
}

export async function show(scope: Scope, id: string): Promise<SupportAccess> {
  return store.toAccess(await requireAccessOf(scope, id), scope.now())
}

export async function requireAccessOf(scope: Scope, id: string): Promise<store.AccessRow> {
  const found = await store.findAccess(scope, id)
  if (!found) throw new Problem('not-found', { detail: 'There is no such request or look.' })
  return found
}

interface Facts {
  readonly by: string
  readonly reason: string
  readonly until?: Date
  readonly more?: object
}

/** The entry in the audit log and the event, for each step of a look. */
export async function tell(
  scope: Scope,
  step: keyof typeof supportAccessEvents,
  id: string,
  { by, reason, until, more }: Facts,
): Promise<void> {
  const event = supportAccessEvents[step]
  const ends = until?.toISOString() ?? null
  await scope.emit(event, {
    environment: null,
    ref: { supportAccessId: id },
    data: { id, by, reason, until: ends },
  })
  scope.audit({
    action: event.name,
    target: id,
    after: { reason, ...(ends ? { until: ends } : {}), ...more },
  })
}

async function opened(
  scope: Scope,
  id: string,
  look: Pick<store.AccessRow, 'reason' | 'minutes' | 'scopes' | 'environments'> & {
    readonly until: Date
    readonly staff_name?: string | null
  },
): Promise<void> {
  const { name: by } = requireMember(scope.principal)
  const { reason, minutes, scopes, environments, until, staff_name: staff = null } = look
  await tell(scope, 'opened', id, { by, reason, until, more: { staff, scopes, environments } })
  await notify(scope, {
    kind: 'supportAccess.opened',
    params: { by, reason, minutes, staff: staff ?? 'anybody' },
    link: '/support-access',
  })
}

function narrowed(found: store.AccessRow, granted: Granted): Required<Granted> {
  const { minutes = found.minutes } = granted
  const scopes = [...new Set(granted.scopes ?? found.scopes)] as Required<Granted>['scopes']
  const environments = [...new Set(granted.environments ?? found.environments)]
  const faults = [
    ...(minutes > found.minutes ? ['minutes'] : []),
    ...(scopes.every((one) => found.scopes.includes(one)) ? [] : ['scopes']),
    ...(environments.every((one) => found.environments.includes(one)) ? [] : ['environments']),
  ]
  if (faults.length > 0) {
    throw new Problem('invalid', {
      detail: 'No more is given than was asked for.',
      errors: faults.map((name) => ({
        detail: 'is more than was asked for',
        pointer: `#/${name}`,
      })),
    })
  }
  return { minutes, scopes, environments }
}

const answered = () =>
  new Problem('conflict', { detail: 'This request was answered, withdrawn, or has lapsed.' })
