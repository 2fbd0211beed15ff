/** The mails of the demo, as `/dev/inbox` keeps them. */
import type { House } from './house.ts'
import { expect } from './journey.ts'

interface Mail {
  readonly subject: string
  readonly text: string
}

/** The address in the newest mail of this subject, once it is there. */
export async function linkIn(
  house: House,
  to: string,
  subject: RegExp,
  count = 1,
): Promise<string> {
  let found: readonly Mail[] = []
  await expect
    .poll(async () => {
      const answer = await fetch(`${house.url}/dev/inbox.json?to=${encodeURIComponent(to)}`)
      const { mails } = (await answer.json()) as { mails: readonly Mail[] }
      found = mails.filter((mail) => subject.test(mail.subject))
      return found.length
    })
    .toBe(count)
  const [link] = /https?:\/\/\S+#[\w-]+/.exec(found[0]?.text ?? '') ?? []
  if (!link) throw new Error(`no link in the mail to ${to}`)
  return link
}
