/** Links by which staff set their password. Each door is one SECURITY DEFINER function. */
import type { Locale } from '@sonaqor/contract/notification-kinds'
import type { Scope } from '../../core/scope/index.ts'

export interface NewLink {
  /** Of the staff. */
  readonly id: string
  readonly hash: Buffer
  readonly expiresAt: Date
}

export interface Addressee {
  readonly email: string
  readonly name: string
  readonly locale: Locale | null
}

/** Nothing for whoever is a member of a tenant, and has a password by that. */
export async function putLink(
  scope: Scope,
  session: string,
  { id, hash, expiresAt }: NewLink,
): Promise<Addressee | undefined> {
  const door = 'directory.put_staff_link'
  const [to] = await scope.through<Addressee>(door, session, id, hash, expiresAt, scope.now())
  return to
}

/** The words that its person is known by, while it is good. */
export async function linkOpens(scope: Scope, hash: Buffer): Promise<string[] | undefined> {
  const door = 'directory.staff_link_opens'
  const [opening] = await scope.through<{ words: string[] }>(door, hash, scope.now())
  return opening?.words
}

/** False where it is used, over, or none. */
export async function spendLink(
  scope: Scope,
  hash: Buffer,
  passwordHash: string,
): Promise<boolean> {
  const [used] = await scope.through<{ use_staff_link: boolean }>(
    'directory.use_staff_link',
    hash,
    passwordHash,
    scope.newId(),
    scope.request.ip || null,
    scope.now(),
  )
  return used?.use_staff_link ?? false
}
