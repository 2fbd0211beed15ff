/**
 * Who is locked out hears of it, for they may not be the one who guessed. That a lock has begun takes a
 * request as long for people whom nobody knows; who it is, and where they are members, is looked up by
 * a job, where no clock of a stranger's reaches.
 */
import { z } from 'zod'
import { systemPrincipal } from '../../../core/access/index.ts'
import { doing, type JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { factorLock, type Whose } from '../../factors/index.ts'
import { notify } from '../../notifications/index.ts'
import * as store from './lockout.store.ts'
import { logRefusal } from '../refusals.ts'

/** What slows a guesser down for some seconds is no lock; the tenth guess in a row begins one. */
const lockSeconds = 60
/** Whoever is locked out again and again is told once an hour. */
const tellEveryMinutes = 60

const tellOfLock = job(
  'access.tell-of-lock',
  z.object({
    person: z.uuid().nullable(),
    what: z.enum(['password', 'second-factor']),
    ip: z.string(),
    at: z.iso.datetime(),
  }),
)

/** After a wrong password. */
export function tellIfLocked(
  scope: Scope,
  { email, device }: { readonly email: string; readonly device: Buffer | null },
): Promise<void> {
  return scope.keep(async (_, kept) => {
    const lock = await store.signInLock(kept, email, device)
    if (await tell(kept, lock, 'password')) logRefusal(scope, { why: 'locked', email })
  })
}

/** After a wrong second factor. */
export function tellIfFactorLocked(scope: Scope, whose: Whose): Promise<void> {
  return scope.keep(async (_, kept) => {
    const lock = await factorLock(kept, whose)
    if (await tell(kept, lock, 'second-factor')) {
      logRefusal(scope, { why: 'locked', person: lock?.person_id ?? undefined })
    }
  })
}

async function tell(
  scope: Scope,
  lock: store.Lock | undefined,
  what: 'password' | 'second-factor',
): Promise<boolean> {
  if (!lock || lock.blocked_seconds < lockSeconds) return false
  const { ip } = scope.request
  await scope.start(tellOfLock, { person: lock.person_id, what, ip, at: scope.now().toISOString() })
  return true
}

/** It stands in the log of each tenant that they can get into; told they are in the one they use. */
export const tellOfLocks: JobRunner = doing({
  type: tellOfLock,
  async run(scope, { person, what, ip, at }) {
    const places = person === null ? [] : await store.placesOfPerson(scope, person)
    for (const [place, { tenant_id, member_id }] of places.entries()) {
      await scope.enter(systemPrincipal('access.tell-of-lock', tenant_id))
      scope.audit({ action: 'account.locked-out', target: member_id, after: { what, ip } })
      if (place > 0) continue
      await notify(scope, {
        kind: 'account.locked',
        to: [member_id],
        params: { at, ip, what },
        link: '/account',
        dedupe: { key: what, minutes: tellEveryMinutes },
      })
    }
  },
})
