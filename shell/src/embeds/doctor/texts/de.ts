import { text } from '@sonaqor/ui/texts'

export const app = text('App')
export const checkPage = text('Eine Seite prüfen')
export const checkPagePurpose = text('Was Sie hier eingeben, bleibt hier: Nichts wird gesendet.')
export const counted = text(
  '{wrong} falsch, {warnings, plural, one {# Warnung} other {# Warnungen}}, {unknown} nicht geprüft',
)
export const doctorPurpose = text(
  'Was Sonaqor über die Einbettungen einer App weiß und was sie in einer Seite behindern würde. In der Seite selbst sieht Sonaqor.doctor() genauer hin.',
)
export const fromThisOrigin = text('Origin der Seite')
export const fromThisOriginHint = text('Schema, Host und Port, wie in der Adresszeile.')
export const headers = text('Header der Seite')
export const headersHint = text(
  'Die Antwort von curl -I, eine Content-Security-Policy oder ein Meta-Element.',
)
export const keyMay = text('{label}: {scopes}')
export const keyMayNothing = text('{label}: nichts als Sitzungen zu eröffnen')
export const keysThatOpen = text('Schlüssel, die Sitzungen eröffnen')
export const keysThatOpenHint = text(
  'Eine Sitzung kann nie mehr als der Schlüssel, der sie eröffnet.',
)
export const lastRefused = text('Zuletzt')
export const liveSessions = text('Laufende Sitzungen')
export const liveSessionsCount = text('{count, number}{more, select, yes {+} other {}}')
export const mendedPolicy = text('Eine Richtlinie, mit der es geht')
export const noApps = text('In dieser Umgebung gibt es noch keine App.')
export const noAppsDetail = text(
  'Eine App nennt die Origins, die einbetten dürfen, und hat die Schlüssel, die Sitzungen eröffnen.',
)
export const noKeyOpens = text(
  'Keiner hat embeds:create. Es lässt sich also keine Sitzung eröffnen.',
)
export const noOrigins = text('Keine: Keine Seite darf etwas von dieser App einbetten.')
export const noRefusals = text('Keine Seite wurde abgewiesen.')
export const noRefusalsDetail = text(
  'Wird ein Client-Secret nicht angenommen, steht es hier mit dem Grund.',
)
export const nothingTyped = text(
  'Geben Sie eine Origin ein oder fügen Sie Header ein, um zu sehen, was sie für eine Einbettung bedeuten.',
)
export const openSettings = text('App-Einstellungen')
export const origin = text('Origin')
export const pageCheck = text('Was in der Seite gefunden wurde')
export const reason = text('Grund')
export const refusalAdvice = text(
  '{reason, select, origin {{isRegistered, select, yes {Sie ist eingetragen. Nennen Sie {origin} in „origins“, wenn Ihr Server die Sitzung eröffnet.} other {Wenn diese Seite Ihre ist, tragen Sie {origin} bei der App ein, und nennen Sie sie in „origins“, wenn Ihr Server die Sitzung eröffnet. Wenn nicht, tragen Sie sie nicht ein: Jeder kann behaupten, dort zu stehen.}}} used {Eröffnen Sie bei jedem Aufruf von fetchSession eine neue Sitzung, und bewahren Sie kein Client-Secret auf.} late {Geben Sie das Client-Secret sofort an die Seite: Es gilt eine Minute.} other {Die Sitzung war beendet. Eröffnen Sie bei jedem Aufruf von fetchSession eine neue.}}',
)
export const refusalReason = text(
  '{reason, select, origin {Origin nicht erlaubt} used {Secret schon verwendet} late {Secret zu alt} other {Sitzung beendet}}',
)
export const refused = text('Abgewiesene Seiten')
export const refusedPurpose = text(
  'Wo eine Seite mit einem Client-Secret kam, das nicht angenommen wurde.',
)
export const registered = text('Eingetragene Origins')
export const releases = text('Ausgelieferte Versionen')
export const stateOf = text(
  '{state, select, good {Gut} warning {Warnung} wrong {Falsch} other {Nicht geprüft}}',
)
export const times = text('Anzahl')
export const toChange = text('Was zu ändern ist')
export const toPut = text('Einzusetzen: {name}')
export const whatWeKnow = text('Was eingerichtet ist')
