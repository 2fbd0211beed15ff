import { text } from '@sonaqor/ui/texts'

export const byWhom = text('durch {name}')
export const complianceGiven = text('Compliance-Berechtigungen erteilt')
export const complianceTaken = text('Compliance-Berechtigungen entzogen')
export const entriesShown = text('{count, plural, one {# Eintrag} other {# Einträge}}')
export const nothingYet = text('Am Team wurde noch nichts geändert')
export const nothingYetDetail = text(
  'Einladungen, neue Mitglieder, Rollen, Sperrungen und Entfernungen stehen hier, aus dem Audit-Protokoll.',
)
export const openEntry = text('Im Audit-Protokoll öffnen: {what}, {about}')
export const readingIsLogged = text('Dass Sie hier nachgesehen haben, steht im Audit-Protokoll.')
export const roleFromTo = text('{from} → {to}')
export const tableOfLog = text('Änderungen am Team')
export const teamLog = text('Aktivität')
export const what = text('Vorgang')
export const when = text('Zeitpunkt')
export const who = text('Durch')
export const whom = text('Mitglied')
