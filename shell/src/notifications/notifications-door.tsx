import { Skeleton } from '@sonaqor/ui'
import { partOf } from '../part.ts'
import { NotOpened } from './not-opened.tsx'
import type { NotificationsProps } from './notifications.tsx'

const part = partOf(() => import(/* webpackChunkName: "notifications" */ './notifications.tsx'))

/** All about notifications, once it has come: it has a table and filters that the rest of the account has not. */
export function NotificationsDoor(props: NotificationsProps) {
  const now = part.useNow()
  if (now.name === 'here') return <now.part.Notifications {...props} />
  return now.name === 'coming' ? <Skeleton /> : <NotOpened onRetry={() => void part.load()} />
}
