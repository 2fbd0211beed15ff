import { text } from '@sonaqor/ui/texts'

export const notifications = text('Notifications')
export const notificationsPurpose = text(
  'What you are told in this tenant, and which way you hear of it.',
)
export const partsOfAccount = text('Parts of your account')
export const passwordChangedAt = text('Changed {at}')
export const passwordNeverChanged = text('Not changed since the account was made')
export const passwordPurpose = text('Changing it ends all your other sessions.')
export const security = text('Security')
export const yourPassword = text('Your password')
