import { text } from '@sonaqor/ui/texts'

export const byWhom = text('by {name}')
export const complianceGiven = text('Compliance permissions given')
export const complianceTaken = text('Compliance permissions taken')
export const entriesShown = text('{count, plural, one {# entry} other {# entries}}')
export const nothingYet = text('Nothing was done to the team yet')
export const nothingYetDetail = text(
  'Invitations, new members, roles, suspensions and removals stand here, from the audit log.',
)
export const openEntry = text('Open in the audit log: {what}, {about}')
export const readingIsLogged = text('That you looked here stands in the audit log.')
export const roleFromTo = text('{from} → {to}')
export const tableOfLog = text('What was done to the team')
export const teamLog = text('Activity')
export const what = text('What')
export const when = text('When')
export const who = text('By')
export const whom = text('Member')
