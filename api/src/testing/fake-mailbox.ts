/** Reads the mails of a world with a worker and the demo on, as `/dev/inbox` shows them. */
import { until } from './until.ts'
import type { World } from './world.ts'

export interface ReadMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The newest first. */
export async function mailsTo(world: World, address: string): Promise<readonly ReadMail[]> {
  const response = await world.ask(`/dev/inbox.json?to=${encodeURIComponent(address)}`)
  return ((await response.json()) as { mails: readonly ReadMail[] }).mails
}

/** The newest mail to an address, once there are so many of that subject. */
export async function mailOf(
  world: World,
  address: string,
  subject: RegExp,
  count = 1,
): Promise<ReadMail> {
  const matching = async () =>
    (await mailsTo(world, address)).filter((mail) => subject.test(mail.subject))
  let found: readonly ReadMail[] = []
  await until(async () => (found = await matching()).length >= count)
  const [newest] = found
  if (!newest) throw new Error(`no mail to ${address}`)
  return newest
}

/** What stands behind the # of the link in a mail. */
export function tokenIn({ text }: ReadMail, path: string): string {
  const [, token] = new RegExp(`${path}#([\\w-]{43})(?![\\w-])`).exec(text) ?? []
  if (!token) throw new Error(`no link to ${path} in: ${text}`)
  return token
}

/** Until every link that was asked for has been looked at. */
export async function jobsDone(world: World): Promise<void> {
  await until(async () => {
    const { rows } = await world.db.query<{ open: boolean }>(
      `select exists (select from job_outbox where name = 'access.send-link') or exists (
         select from pgboss.job where name = 'access.send-link'
         and state in ('created', 'active', 'retry')) as open`,
    )
    return rows[0]?.open === false
  })
}
