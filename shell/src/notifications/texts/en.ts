import { text } from '@sonaqor/ui/texts'

export const allRead = text('You have read all of them')
export const allReadDetail = text('What comes next appears here by itself.')
export const attempts = text('{count, plural, one {# attempt} other {# attempts}}')
export const bell = text(
  '{count, plural, =0 {Notifications} one {Notifications, # unread} other {Notifications, # unread}}',
)
export const bellOverfull = text('Notifications, more than 99 unread')
export const channel = text('Channel')
export const deliveries = text('Delivery log')
export const deliveriesCaption = text('What was sent to whom, newest first')
export const deliveriesPurpose = text(
  'What became of every notification of this tenant, on each channel. What it said is not kept here.',
)
export const deliveriesShown = text('{count, plural, one {# delivery} other {# deliveries}}')
export const emptyInbox = text('No notifications yet')
export const emptyInboxDetail = text(
  'When something happens that concerns you, such as a key being revoked, it is told here.',
)
export const failed = text('Failed')
export const inbox = text('Inbox')
export const isUnread = text('Unread')
export const kind = text('What')
export const letterEmailChange = text('Confirmation of a new e-mail address')
export const letterEmailChanged = text('Word to the former e-mail address')
export const letterInvited = text('Invitation to the team')
export const letterKnown = text('Sign-up with a known address')
export const letterRemoved = text('Word of a removal from the team')
export const letterReset = text('Link for a new password')
export const letterSignUp = text('Confirmation of a sign-up')
export const letterSuspended = text('Word of a suspension')
export const locked = text('Always on')
export const lockedBecause = text(
  'What is always on keeps your account safe. It cannot be switched off, so that nobody who gets into your account can silence it.',
)
export const mail = text('E-mail')
export const markAllRead = text('Mark all as read')
export const markRead = text('Mark as read')
export const markReadOf = text('Mark as read: {title}')
export const member = text('Member')
export const newOnes = text('Show new notifications')
export const nextTry = text('Next try {at}')
export const noDeliveries = text('Nothing was sent yet')
export const noDeliveriesDetail = text('Mails and messages are listed here as soon as one is sent.')
export const noDeliveriesMatch = text('No delivery matches the filters')
export const notMarked = text('Not marked as read')
export const notSaved = text('Your choice was not saved')
export const notSetUp = text('{channels}: not set up for you')
export const notSetUpDetail = text(
  'Notifications can go there once you have a confirmed address for it. Until then they reach you here and by e-mail.',
)
export const notifications = text('Notifications')
export const notificationsShown = text(
  '{count, plural, one {# notification} other {# notifications}}',
)
export const preferences = text('What you hear of')
export const preferencesCaption = text('By which channels you hear of what')
export const preferencesPurpose = text('Each choice holds from the next notification on.')
export const reasonBusy = text('The recipient’s server was too busy')
export const reasonNoAddress = text('No confirmed address')
export const reasonNoMailServer = text('No mail server is set up')
export const reasonNoMember = text('No longer a member')
export const reasonNoSlack = text('Slack is not set up')
export const reasonNoSms = text('Text messages are not set up')
export const reasonRefused = text('The recipient’s server refused it')
export const reasonTooSlow = text('The recipient’s server took too long to answer')
export const reasonUnreachable = text('The recipient’s server could not be reached')
export const recipient = text('To')
export const removeFilters = text('Remove filters')
export const savedOff = text(
  'No longer by {channel, select, inbox {inbox} mail {e-mail} slack {Slack} other {text message}}: {kind}',
)
export const savedOn = text(
  'From now on by {channel, select, inbox {inbox} mail {e-mail} slack {Slack} other {text message}}: {kind}',
)
export const seeAll = text('See all notifications')
export const sent = text('Sent')
export const showAll = text('Show all')
export const slack = text('Slack')
export const sms = text('Text message')
export const state = text('State')
export const statusOf = text('{reason} ({status})')
export const suppressed = text('Not sent')
export const toSeeDeliveries = text('see the delivery log')
export const unreadNow = text(
  '{count, plural, one {New notification. # is unread} other {New notification. # are unread}}',
)
export const unreadOnly = text('Unread only')
export const waiting = text('Waiting')
export const wayOf = text(
  '{kind}: {channel, select, inbox {inbox} mail {e-mail} slack {Slack} other {text message}}',
)
export const when = text('When')
