/**
 * What every other feature calls. Both write in the transaction of the act, and what they write is sent
 * once that has committed: nothing is sent of what did not happen, and nothing is lost of what did.
 */
import type { Role } from '@sonaqor/contract/access'
import {
  letterKinds,
  LocalPath,
  noticeKind,
  noticeKinds,
  Word,
  type Audience,
  type LetterName,
  type Locale,
  type NoticeName,
} from '@sonaqor/contract/notification-kinds'
import { notificationEvents } from '@sonaqor/contract/notifications'
import { Email } from '@sonaqor/contract/values'
import type { z } from 'zod'
import type { Scope } from '../../core/scope/index.ts'
import { insertDeliveries, mailPurpose } from './deliveries.store.ts'
import { deliverBy } from './queues.ts'
import {
  claimTelling,
  findPreferences,
  insertNotifications,
  membersMeant,
} from './notifications.store.ts'
import { channelsOf } from './preferences.ts'
import type { Values } from './words/message.ts'

/** Members by their ids, or by what they are or may do. */
export type To = readonly string[] | { readonly role: Role } | Audience

interface About<K extends NoticeName> {
  readonly kind: K
  readonly params: z.input<(typeof noticeKinds)[K]['params']>
  /** A path of the shell, such as `/keys`. */
  readonly link?: string
  /** Whoever was told of this kind with the same key within the minutes is not told again. */
  readonly dedupe?: { readonly key: string; readonly minutes: number }
}

/** A kind that names nobody by itself has to be told whom it is for. */
export type Notice<K extends NoticeName> = About<K> &
  ((typeof noticeKinds)[K]['hears'] extends 'named' ? { readonly to: To } : { readonly to?: To })

/**
 * Tells members of the scope's tenant of something; answers whom. Whoever did it is left out, unless
 * they are named or it is a security notice.
 */
export async function notify<K extends NoticeName>(
  scope: Scope,
  notice: Notice<K>,
): Promise<readonly string[]> {
  const { kind } = notice
  const params = noticeKinds[kind].params.parse(notice.params)
  const link = notice.link === undefined ? null : LocalPath.parse(notice.link)
  const told: string[] = []
  for await (const piece of meant(scope, kind, notice.to)) {
    const members = await unheard(scope, notice, piece)
    if (members.length > 0) told.push(...(await tell(scope, { kind, params, link }, members)))
  }
  return told
}

interface Told {
  readonly kind: NoticeName
  readonly params: Values
  readonly link: string | null
}

async function tell(
  scope: Scope,
  { kind, params, link }: Told,
  members: readonly string[],
): Promise<string[]> {
  const chosen = await findPreferences(scope, members, kind)
  const told = members.flatMap((member) => {
    const own = chosen.filter(({ member_id }) => member_id === member)
    const ways = channelsOf(kind, own)
    return ways.length === 0 ? [] : [{ id: scope.newId(), member, ways }]
  })
  await insertNotifications(
    scope,
    told.map(({ id, member: member_id, ways }) => {
      return { id, member_id, kind, params, link, in_inbox: ways.includes('inbox') }
    }),
  )
  const deliveries = told.flatMap(({ id, member, ways }) =>
    ways.map((channel) => ({
      id: scope.newId(),
      kind,
      channel,
      member_id: member,
      notification_id: id,
      // What stands in the inbox has arrived with it.
      state: channel === 'inbox' ? ('sent' as const) : ('waiting' as const),
    })),
  )
  await insertDeliveries(scope, deliveries)
  for (const { id, member, ways } of told) {
    if (!ways.includes('inbox')) continue
    const ref = { notificationId: id, memberId: member }
    await scope.emit(notificationEvents.arrived, { environment: null, ref, data: {} })
  }
  for (const { id, channel } of deliveries) {
    if (channel !== 'inbox') await deliverBy(scope, channel, id)
  }
  return told.map(({ member }) => member)
}

async function* meant(
  scope: Scope,
  kind: NoticeName,
  to: To | undefined,
): AsyncGenerator<string[]> {
  const { hears, locked } = noticeKind(kind)
  const audience = to ?? hears
  if (audience === 'named') throw new Error(`a notification of ${kind} has to name its addressees`)
  if (Array.isArray(audience)) {
    yield* membersMeant(scope, audience)
    return
  }
  const by = 'role' in audience ? { roles: [audience.role] } : (audience as Audience)
  for await (const members of membersMeant(scope, by)) {
    yield locked ? members : members.filter((member) => member !== scope.principal.id)
  }
}

async function unheard(
  scope: Scope,
  { kind, dedupe }: Pick<About<NoticeName>, 'kind' | 'dedupe'>,
  members: readonly string[],
): Promise<readonly string[]> {
  if (!dedupe || members.length === 0) return members
  const until = new Date(scope.now().getTime() + dedupe.minutes * 60_000)
  const claimed = new Set(await claimTelling(scope, kind, members, { key: dedupe.key, until }))
  return members.filter((member) => claimed.has(member))
}

export interface Letter<T extends LetterName> {
  /** One e-mail address, checked by whoever takes it from somebody. Nothing is sent to what is none. */
  readonly to: string
  /** How the letter greets, if it is known. */
  readonly name?: string
  readonly template: T
  readonly params: z.input<(typeof letterKinds)[T]['params']>
  readonly locale?: Locale | undefined
}

/**
 * Writes to an e-mail address: somebody who is no member yet, or is asked as a person. In a tenant it
 * stands in that one's delivery log, and outside of all with the house; what it says is kept sealed, and
 * dropped once it is sent. No act fails for an address that nothing can be sent to: that is noted, and
 * nothing sent. Answers the id of the delivery.
 */
export async function mailTo<T extends LetterName>(
  scope: Scope,
  { to, name = '', template, params, locale = 'en' }: Letter<T>,
): Promise<string> {
  const id = scope.newId()
  const place = scope.principal.tenantId === null ? {} : { channel: 'mail' as const }
  const noted = { id, kind: template, recipient: mostlyHidden(to), ...place }
  if (!Email.safeParse(to).success) {
    await insertDeliveries(scope, [{ ...noted, state: 'suppressed', reason: 'no-address' }])
    return id
  }
  const content: LetterContent = {
    to,
    name: Word.parse(name),
    template,
    params: letterKinds[template].params.parse(params),
    locale,
  }
  const record = { purpose: mailPurpose(scope), record: id, field: 'sealed' }
  const sealed = await scope.vault.seal(scope, record, JSON.stringify(content))
  await insertDeliveries(scope, [{ ...noted, state: 'waiting', sealed }])
  await deliverBy(scope, 'mail', id)
  return id
}

/** What of a letter is kept sealed until it is sent. */
export interface LetterContent {
  readonly to: string
  readonly name: string
  readonly template: LetterName
  readonly params: Readonly<Record<string, unknown>>
  readonly locale: Locale
}

/** Enough to know one's own again, and no list of addresses. */
function mostlyHidden(address: string): string {
  const plain = Word.parse(address)
  const [first = ''] = plain
  return `${first}…${plain.slice(plain.lastIndexOf('@')).slice(-100)}`
}
