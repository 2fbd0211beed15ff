/** Links that are sent by mail. Each door is one SECURITY DEFINER function. */
import type { Locale } from '@sonaqor/contract/notification-kinds'
import type { Scope } from '../../../core/scope/index.ts'
import type { Somewhere } from '../sessions/sessions.service.ts'

export type LinkKind = 'reset' | 'sign-up' | 'email'

export interface AskedLink {
  readonly id: string
  readonly kind: LinkKind
  readonly email: string
  readonly name?: string | undefined
  readonly tenantName?: string | undefined
  readonly locale?: Locale | undefined
  /** Of whoever asks, where they are signed in. */
  readonly session?: string
}

export async function askForLink(scope: Scope, asked: AskedLink): Promise<void> {
  const { id, kind, email, name, tenantName, locale, session } = asked
  await scope.through(
    'directory.ask_for_link',
    id,
    kind,
    email,
    name ?? null,
    tenantName ?? null,
    locale ?? null,
    session ?? null,
    scope.request.ip || null,
    scope.now(),
  )
}

export interface MadeLink {
  readonly kind: LinkKind
  readonly email: string
  readonly name: string | null
  readonly locale: Locale | null
  /** The address belongs to somebody already, and no link was made. */
  readonly is_known: boolean
}

/** What is to be written to whom; nothing where nobody is to be written to. */
export async function makeLink(
  scope: Scope,
  id: string,
  link: { readonly hash: Buffer; readonly expiresAt: Date; readonly bound: number },
): Promise<MadeLink | undefined> {
  const [made] = await scope.through<MadeLink>(
    'directory.make_link',
    id,
    link.hash,
    link.expiresAt,
    link.bound,
    scope.now(),
  )
  return made
}

export interface Place {
  readonly tenant_id: string
  readonly member_id: string
}

/** The tenants of the person that a link was made for, and who they are there. */
export const placesOfLink = (scope: Scope, id: string): Promise<Place[]> =>
  scope.through<Place>('directory.places_of_link', id)

export interface Opening {
  readonly email: string
  /** What others know of its person. */
  readonly words: readonly string[]
}

/** What a link that is still good would open. It stays good. */
export async function linkOpens(
  scope: Scope,
  kind: LinkKind,
  hash: Buffer,
): Promise<Opening | undefined> {
  const [opening] = await scope.through<Opening>('directory.link_opens', hash, kind, scope.now())
  return opening
}

export interface ResetPlace extends Somewhere {
  readonly entered_at: Date | null
}

/** Uses the link; nothing where it is used, over, or none. A row for each open session, or tenant. */
export const resetPassword = (
  scope: Scope,
  hash: Buffer,
  passwordHash: string,
): Promise<ResetPlace[]> =>
  scope.through<ResetPlace>('directory.reset_password', hash, passwordHash, scope.now())

export interface Founding {
  readonly tenantId: string
  readonly memberId: string
}

/** Uses the link; nothing where it is used, over or none, or where its address belongs to somebody. */
export async function confirmSignUp(
  scope: Scope,
  hash: Buffer,
  passwordHash: string,
  { tenantId, memberId }: Founding,
): Promise<{ email: string; tenant_name: string } | undefined> {
  const [founded] = await scope.through<{ email: string; tenant_name: string }>(
    'directory.confirm_sign_up',
    hash,
    passwordHash,
    scope.newId(),
    tenantId,
    memberId,
    scope.now(),
  )
  return founded
}

export interface ConfirmedPlace extends Place {
  readonly old_email: string
  readonly new_email: string
  readonly name: string
  readonly locale: Locale | null
}

export const confirmEmail = (scope: Scope, hash: Buffer): Promise<ConfirmedPlace[]> =>
  scope.through<ConfirmedPlace>('directory.confirm_email', hash, scope.now())

/** Whether the address of whoever asks would leave the domains that come in by a provider alone. */
export async function addressLeavesSso(
  scope: Scope,
  session: string,
  email: string,
): Promise<boolean> {
  const door = 'directory.address_leaves_sso'
  const [row] = await scope.through<{ address_leaves_sso: boolean }>(
    door,
    session,
    email,
    scope.now(),
  )
  return row?.address_leaves_sso ?? false
}

/** The same of the address that a link confirms. */
export async function linkLeavesSso(scope: Scope, hash: Buffer): Promise<boolean> {
  const door = 'directory.link_leaves_sso'
  const [row] = await scope.through<{ link_leaves_sso: boolean }>(door, hash, scope.now())
  return row?.link_leaves_sso ?? false
}

export async function forgetMailLinks(scope: Scope, before: Date): Promise<void> {
  await scope.through('directory.forget_mail_links', before)
}
