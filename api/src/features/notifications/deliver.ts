/**
 * One attempt at a delivery, in three steps: it is claimed in a short transaction, sent in none, and
 * what became of it is written in another. A process that dies in between leaves a claim that runs out,
 * and whoever comes then sends it once more, under the same Message-ID.
 */
import type { LetterName } from '@sonaqor/contract/notification-kinds'
import type { Scope } from '../../core/scope/index.ts'
import type { Channels, Outcome } from './channels/index.ts'
import { inShort, letterMail, noticeMail } from './compose.ts'
import {
  addressees,
  claim,
  mailPurpose,
  putOff,
  settle,
  tenantName,
  type DeliveryRow,
} from './deliveries.store.ts'
import { notifications, verifiedAddresses } from './notifications.store.ts'
import type { LetterContent } from './notify.ts'
import { deliverBy, type CarriedChannel } from './queues.ts'
import { pauseAfter, triesMax } from './retries.ts'
import { localeOf } from './words/index.ts'

export interface Sender {
  readonly channels: Channels
  /** Where every link leads to, but those of staff. */
  readonly origin: string
  readonly staffOrigin: string
}

/** Longer than any channel waits for its carrier. */
const claimSeconds = 40

/** What is left to do once everything is known: nothing but to hand it to the carrier. */
type Send = () => Promise<Outcome>

export async function attempt(
  scope: Scope,
  sender: Sender,
  channel: CarriedChannel,
  id: string,
): Promise<void> {
  const claimed = await scope.keep(async (_, kept) => {
    const row = await claim(kept, id, claimSeconds)
    if (row === null || 'freeAt' in row) return row
    return { row, send: await prepare(kept, sender, channel, row) }
  })
  if (claimed === null) return
  if ('freeAt' in claimed) {
    const ms = claimed.freeAt.getTime() - scope.now().getTime()
    const afterSeconds = Math.ceil(ms / 1000) + 1
    await deliverBy(scope, channel, id, { attempt: claimed.freeAt.getTime(), afterSeconds })
    return
  }
  const { row, send } = claimed
  const outcome = row.attempts > triesMax ? gaveUp(row) : await send()
  await write(scope, channel, row, outcome)
}

const gaveUp = ({ reason }: DeliveryRow): Outcome => ({
  state: 'failed',
  reason: reason ?? 'unreachable',
  isFinal: true,
})

async function prepare(
  scope: Scope,
  { channels, origin, staffOrigin }: Sender,
  channel: CarriedChannel,
  row: DeliveryRow,
): Promise<Send> {
  if (row.sealed) {
    const place = { purpose: mailPurpose(scope), record: row.id, field: 'sealed' }
    const plain = await scope.vault.unseal(scope, place, row.sealed)
    const letter = JSON.parse(plain.toString('utf8')) as LetterContent & { template: LetterName }
    const isToStaff = letter.template === 'staff.password'
    const laidOut = letterMail(letter, letter.locale, isToStaff ? staffOrigin : origin)
    const to = { name: letter.name, address: letter.to }
    return () => channels.mail.send({ id: row.id, to, ...laidOut })
  }
  const { member_id: member, notification_id: about } = row
  if (member === null || about === null) return suppressed('no-member')
  const notice = await notifications(scope).where({ id: about }).first()
  const [addressee] = await addressees(scope, [member])
  if (!notice || !addressee) return suppressed('no-member')
  const { name, email } = addressee
  const locale = localeOf(addressee.locale)
  if (channel === 'mail') {
    const reader = { name, locale, tenant: await tenantName(scope) }
    const laidOut = noticeMail(notice, reader, origin)
    return () => channels.mail.send({ id: row.id, to: { name, address: email }, ...laidOut })
  }
  const addresses = await verifiedAddresses(scope, member)
  const to = addresses.find((one) => one.channel === channel)?.address
  if (to === undefined) return suppressed('no-address')
  const text = inShort(notice, locale, origin)
  return () => channels[channel].send({ id: row.id, to, text })
}

const suppressed = (reason: 'no-member' | 'no-address'): Send => {
  return async () => ({ state: 'suppressed', reason })
}

async function write(
  scope: Scope,
  channel: CarriedChannel,
  row: DeliveryRow,
  outcome: Outcome,
): Promise<void> {
  const reason = outcome.state === 'sent' ? null : outcome.reason
  const status = (outcome.state === 'suppressed' ? undefined : outcome.status) ?? null
  const told = { reason, status }
  const isRetried = outcome.state === 'failed' && !outcome.isFinal && row.attempts < triesMax
  if (!isRetried) {
    await settle(scope, row, outcome.state, told)
    return
  }
  const afterSeconds = Math.max(pauseAfter(row.attempts), outcome.afterSeconds ?? 0)
  const nextAt = new Date(scope.now().getTime() + afterSeconds * 1000)
  const isOurs = await putOff(scope, row, nextAt, told)
  if (isOurs) await deliverBy(scope, channel, row.id, { attempt: row.attempts, afterSeconds })
}
