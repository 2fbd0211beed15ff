import { text } from '@sonaqor/ui/texts'

export const notifications = text('Benachrichtigungen')
export const notificationsPurpose = text(
  'Was Ihnen in diesem Mandanten mitgeteilt wird, und auf welchem Weg.',
)
export const partsOfAccount = text('Bereiche Ihres Kontos')
export const passwordChangedAt = text('Geändert {at}')
export const passwordNeverChanged = text('Seit Anlage des Kontos nicht geändert')
export const passwordPurpose = text('Wenn Sie es ändern, enden alle Ihre anderen Sitzungen.')
export const security = text('Sicherheit')
export const yourPassword = text('Ihr Passwort')
