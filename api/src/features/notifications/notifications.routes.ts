import { notifications } from '@sonaqor/contract/notifications'
import { implement } from '../../core/implement/index.ts'
import * as service from './notifications.service.ts'

export const notificationRoutes = implement(notifications, {
  list: (scope, { query }) => service.listNotifications(scope, query),
  markRead: (scope, { params }) => service.markRead(scope, params.id),
  markAllRead: (scope, { body }) => service.markAllRead(scope, body.upTo),
  showPreferences: (scope, { query }) => service.showPreferences(scope, query.locale),
  setPreferences: (scope, { body }) => service.setPreferences(scope, body),
  deliveries: (scope, { query }) => service.listDeliveries(scope, query),
})
