import type { Scope } from '../../core/scope/index.ts'

export interface DevelopmentMail {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly html: string
  readonly at: Date
}

const mails = (scope: Scope) => scope.db<DevelopmentMail>('development_mails')
const shownMax = 100

/** One that was kept already, by an attempt that died before it could say so, is kept once. */
export async function keepMail(scope: Scope, mail: Omit<DevelopmentMail, 'at'>): Promise<void> {
  await mails(scope)
    .insert({ ...mail, at: scope.now() })
    .onConflict('id')
    .ignore()
}

/** The newest first. */
export function listMails(scope: Scope, recipient: string | undefined): Promise<DevelopmentMail[]> {
  const query = mails(scope).orderBy('id', 'desc').limit(shownMax).select('*')
  return recipient === undefined ? query : query.where({ recipient })
}

export const findMail = (scope: Scope, id: string): Promise<DevelopmentMail | undefined> =>
  mails(scope).where({ id }).first()

export async function forgetMails(scope: Scope, before: Date): Promise<void> {
  await mails(scope).where('at', '<', before).delete()
}
