/**
 * Links that are sent by mail. Whoever asks for one gets the same answer after the same work; whether
 * anybody is known by the address is looked up by a job, where no clock of theirs reaches.
 */
import type { auth } from '@sonaqor/contract/auth'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Locale } from '@sonaqor/contract/notification-kinds'
import { z } from 'zod'
import { systemPrincipal } from '../../../core/access/index.ts'
import { doing, type JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import { newToken } from '../../../core/crypto/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { mailTo } from '../../notifications/index.ts'
import * as store from './mail-links.store.ts'

const linkMinutes = 30
/** Of one kind, to one address, within an hour. */
const mailsAnHour = 3

const sendLink = job('access.send-link', z.object({ linkId: z.uuid() }))

/** How a link is stored. */
export const hashLink = (scope: Scope, token: string) => scope.secrets.hmac(`mail-link:${token}`)

export async function askForLink(scope: Scope, asked: Omit<store.AskedLink, 'id'>): Promise<void> {
  const id = scope.newId()
  await store.askForLink(scope, { ...asked, id })
  await scope.start(sendLink, { linkId: id })
}

/** One answer for a link that is used, over, or was never made. */
export const linkIsOver = () =>
  new Problem('invalid', {
    detail: 'This link is not good any more: it works once, for 30 minutes. Ask for a new one.',
    errors: [{ detail: 'is not good any more', pointer: '#/token' }],
  })

/** Said before somebody makes up a password for a link that is over; asking uses nothing up. */
export async function checkLink(
  scope: Scope,
  { kind, token }: InputOf<typeof auth.checkLink>['body'],
): Promise<void> {
  const hash = hashLink(scope, token)
  if (!(await store.linkOpens(scope, kind, hash))) throw linkIsOver()
}

const letters = {
  reset: { template: 'account.reset', path: '/reset-password' },
  'sign-up': { template: 'account.sign-up', path: '/sign-up' },
  email: { template: 'account.email-change', path: '/confirm-email' },
} as const

/** The token stands in the fragment, which no server and no log sees. */
async function send(scope: Scope, linkId: string): Promise<void> {
  const token = newToken()
  const expiresAt = new Date(scope.now().getTime() + linkMinutes * 60_000)
  const hash = hashLink(scope, token)
  const made = await store.makeLink(scope, linkId, { hash, expiresAt, bound: mailsAnHour })
  if (!made) return
  const { template, path } = letters[made.kind]
  const letter = { to: made.email, name: made.name ?? '', locale: localeOf(made) }
  if (made.is_known) {
    await mailTo(scope, { ...letter, template: 'account.known', params: { link: '/' } })
    return
  }
  const params = { link: `${path}#${token}`, minutes: linkMinutes }
  await mailTo(scope, { ...letter, template, params })
  if (made.kind === 'reset') await tellOfRequest(scope, linkId)
}

const localeOf = ({ locale }: store.MadeLink): Locale | undefined => locale ?? undefined

/** It stands in the log of each tenant that the person could get into by it. */
async function tellOfRequest(scope: Scope, linkId: string): Promise<void> {
  for (const { tenant_id, member_id } of await store.placesOfLink(scope, linkId)) {
    await scope.enter(systemPrincipal('access.send-link', tenant_id))
    scope.audit({ action: 'account.reset-requested', target: member_id })
  }
}

export const sendLinks: JobRunner = doing({
  type: sendLink,
  run: (scope, { linkId }) => send(scope, linkId),
})
