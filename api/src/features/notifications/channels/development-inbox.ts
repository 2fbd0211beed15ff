/** Where the demo's mails land in the place of a mail server: in a table that `/dev/inbox` shows. */
import { systemPrincipal } from '../../../core/access/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { keepMail } from '../development-mails.store.ts'
import type { Channel, Mail } from './channel.ts'

export function developmentInbox({ scopes }: Foundation): Channel<Mail> {
  const house = systemPrincipal('notifications.development-inbox', null)
  return {
    send: async ({ id, to, subject, text, html }) => {
      await scopes.run(house, (scope) =>
        keepMail(scope, { id, recipient: to.address, subject, body: text, html }),
      )
      return { state: 'sent' }
    },
  }
}
