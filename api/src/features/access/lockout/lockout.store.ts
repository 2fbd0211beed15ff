import type { Scope } from '../../../core/scope/index.ts'

/** For how long somebody is kept out, and who it is, if it is anybody. */
export interface Lock {
  readonly person_id: string | null
  readonly blocked_seconds: number
}

export async function signInLock(
  scope: Scope,
  email: string,
  device: Buffer | null,
): Promise<Lock | undefined> {
  const [lock] = await scope.through<Lock>('directory.sign_in_lock', email, device, scope.now())
  return lock
}

export interface Place {
  readonly tenant_id: string
  readonly member_id: string
}

export const placesOfPerson = (scope: Scope, person: string): Promise<Place[]> =>
  scope.through<Place>('directory.places_of_person', person)
