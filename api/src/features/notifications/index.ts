/**
 * The one notification service: the inbox, mail, Slack and SMS. Nobody else writes a mailer; features
 * call `notify` for members and `mailTo` for everybody else.
 */
import { notificationEvents } from '@sonaqor/contract/notifications'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { openChannels } from './channels/index.ts'
import { sealedMails } from './deliveries.store.ts'
import { developmentInboxPages } from './development-inbox-page.ts'
import { notificationJobs } from './notifications.jobs.ts'
import { notificationRoutes } from './notifications.routes.ts'

export { mailTo, notify, type Letter, type Notice, type To } from './notify.ts'

export const notifications: FeatureMaker = (foundation) => {
  const { publicUrl, staffUrl } = foundation.config
  const channels = openChannels(foundation)
  return feature({
    name: 'notifications',
    routes: notificationRoutes,
    events: notificationEvents,
    jobs: notificationJobs({ channels, origin: publicUrl, staffOrigin: staffUrl }),
    sealed: sealedMails,
    middleware: developmentInboxPages(foundation),
    close: async () => channels.mail.close?.(),
  })
}
